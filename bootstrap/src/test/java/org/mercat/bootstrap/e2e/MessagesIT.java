package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.domain.notification.Secret;
import org.mercat.persistence.notification.MyBatisMessages;
import org.mercat.persistence.shared.AesSealer;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.MyBatisSessions;
import org.mercat.persistence.shared.MyBatisUnitOfWork;
import org.mercat.persistence.shared.Sessions;
import org.postgresql.ds.PGSimpleDataSource;

/** What a use case has put into the outbox reaches people by way of the real server. */
class MessagesIT {

  private static final Duration VALID = Duration.ofMinutes(10);
  private static final String APPLICATION = "mercat_app";

  @Test
  void without_carriers_messages_come_into_the_mailbox() throws IOException {
    var data = OneServerForAllTests.data();
    var address = "zoe-" + UUID.randomUUID() + "@example.org";
    var phone = "+1416555" + (1000 + (UUID.randomUUID().hashCode() & 0xfff));
    var token = new Secret("token-" + UUID.randomUUID());

    append(data, new Address.Email(address), new Message.VerifyEmail(token, VALID));
    append(data, new Address.Phone(phone), new Message.VerifyPhone(new Secret("482915"), VALID));
    Market.await(() -> mailbox(address).size() == 1 && mailbox(phone).size() == 1);

    var mail = mailbox(address).path(0);
    assertThat(mail.path("subject").asText()).isEqualTo("Confirmez votre adresse courriel");
    assertThat(mail.path("secret").asText()).isEqualTo(token.value());
    assertThat(mail.path("link").asText())
        .isEqualTo(OneServerForAllTests.url() + "/verify-email#token=" + token.value());
    assertThat(mailbox(phone).path(0).path("text").asText()).contains("482915");
    var page = Api.of(OneServerForAllTests.url()).get(OneServerForAllTests.url() + "/dev/mailbox");
    assertThat(page.expect(200).text()).contains(address, "Zoé");
  }

  @Test
  void the_links_in_mails_lead_to_pages() {
    for (var path : List.of("/verify-email", "/reset-password")) {
      var page = Api.of(OneServerForAllTests.url()).get(OneServerForAllTests.url() + path);

      assertThat(page.expect(200).text()).contains("<form", "account-pages/act.js");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
    }
    Api.of(OneServerForAllTests.url())
        .get(OneServerForAllTests.url() + "/account-pages/act.js")
        .expect(200);
  }

  @Test
  void with_a_mail_server_mails_go_there() throws IOException, MessagingException {
    var mails = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});
    mails.start();
    var settings =
        Map.of(
            "MERCAT_SMTP_HOST",
            "localhost",
            "MERCAT_SMTP_PORT",
            Integer.toString(mails.getSmtp().getPort()),
            "MERCAT_SMTP_TLS",
            "none",
            "MERCAT_SMTP_FROM",
            "market@example.org",
            "MERCAT_PUBLIC_URL",
            "https://market.example.org");
    try (var server = ServerProcess.launch("messages", settings)) {
      server.awaitReady();
      var token = new Secret("token-of-a-mail");

      append(
          server.data(),
          new Address.Email("zoe@example.org"),
          new Message.ResetPassword(token, VALID));

      assertThat(mails.waitForIncomingEmail(60_000, 1)).isTrue();
      var mail = mails.getReceivedMessages()[0];
      assertThat(mail.getContentType()).startsWith("multipart/alternative");
      assertThat(GreenMailUtil.getWholeMessage(mail)).contains("token=3Dtoken-of-a-mail");
    } finally {
      mails.stop();
    }
  }

  private static JsonNode mailbox(String to) {
    var query = "/dev/mailbox.json?to=" + to.replace("+", "%2B").replace("@", "%40");
    return Api.of(OneServerForAllTests.url())
        .get(OneServerForAllTests.url() + query)
        .expect(200)
        .json()
        .path("items");
  }

  private static void append(Path data, Address address, Message message) throws IOException {
    var sessions = sessions(data);
    var key = Files.readString(data.resolve("secrets").resolve("data-key"));
    var messages =
        new MyBatisMessages(sessions, new AesSealer(List.of(Base64.getDecoder().decode(key))));
    var envelope = new Envelope(new Recipient(address, "Zoé", Language.FR), message);
    var done =
        new MyBatisUnitOfWork(sessions, DatabaseRole.MARKET)
            .run(
                () -> {
                  messages.append(envelope);
                  return envelope;
                });
    assertThat(done).isEqualTo(envelope);
  }

  private static Sessions sessions(Path data) throws IOException {
    var database = new PGSimpleDataSource();
    database.setUrl(EmbeddedRoles.url(data, "mercat"));
    database.setUser(APPLICATION);
    database.setPassword(Files.readString(data.resolve("secrets").resolve(APPLICATION)));
    return MyBatisSessions.of(database);
  }
}
