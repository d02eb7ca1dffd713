package org.mercat.notifications.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.NAME;
import static org.mercat.application.notification.port.SampleMessages.NOW;
import static org.mercat.application.notification.port.SampleMessages.TOKEN;
import static org.mercat.application.notification.port.SampleMessages.envelope;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.notification.port.Notifier;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.application.notification.port.NotifierContract;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.notification.Recipient;
import org.mercat.notifications.smtp.SmtpServer.Encryption;
import org.mercat.notifications.wording.Templates;
import org.mercat.notifications.wording.Wording;

class SmtpNotifierTest implements NotifierContract {

  private static final String FROM = "market@example.org";
  private static final Wording WORDING =
      new Wording(new Templates(), URI.create("https://market.example.org"));

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()
          });

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  public Notifier notifier() {
    return notifier(server.getSmtp().getPort(), Encryption.NONE);
  }

  @Override
  public Envelope envelope() {
    return SampleMessages.verifyEmail();
  }

  @Override
  public String secret() {
    return TOKEN.value();
  }

  @Override
  public List<String> received() {
    return Arrays.stream(server.getReceivedMessages()).map(SmtpNotifierTest::readable).toList();
  }

  @Test
  void a_mail_says_the_same_as_text_and_as_html() throws MessagingException, IOException {
    send(envelope());

    var mail = onlyMail();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(part(mail, 0).getContentType()).startsWith("text/plain; charset=UTF-8");
    assertThat(part(mail, 1).getContentType()).startsWith("text/html; charset=UTF-8");
    assertThat(content(mail, 0)).contains("Hello " + NAME, TOKEN.value());
    assertThat(content(mail, 1)).contains("Zoé &lt;Tremblay&gt;", TOKEN.value());
  }

  @Test
  void a_mail_is_written_in_the_language_of_its_reader() throws MessagingException, IOException {
    send(
        SampleMessages.envelope(new Message.VerifyEmail(TOKEN, Duration.ofHours(24)), Language.FR));

    var mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("Confirmez votre adresse courriel");
    assertThat(mail.getContentLanguage()).containsExactly("fr");
    assertThat(content(mail, 0)).contains("Bonjour " + NAME, "24 heures", "vôtre");
    assertThat(content(mail, 1)).contains("<html lang=\"fr\">", "vôtre");
  }

  @Test
  void a_mail_tells_who_wrote_it_to_whom_and_when() throws MessagingException {
    send(envelope());

    var mail = onlyMail();
    assertThat(mail.getFrom()).extracting(Address::toString).containsExactly(FROM);
    assertThat(mail.getAllRecipients()).hasSize(1);
    var recipient = (InternetAddress) mail.getAllRecipients()[0];
    assertThat(recipient.getAddress()).isEqualTo("zoe@example.org");
    assertThat(recipient.getPersonal()).isEqualTo(NAME);
    assertThat(mail.getHeader("Date")).containsExactly("Sun, 15 Nov 2026 14:00:00 +0000");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void a_mail_that_is_sent_again_has_the_same_id() throws MessagingException {
    var id = new MessageId(UUID.randomUUID());

    assertThat(notifier().send(id, envelope())).isInstanceOf(Delivery.Accepted.class);
    assertThat(notifier().send(id, envelope())).isInstanceOf(Delivery.Accepted.class);

    assertThat(server.getReceivedMessages())
        .extracting(mail -> mail.getMessageID())
        .containsExactly("<" + id.value() + "@example.org>", "<" + id.value() + "@example.org>");
  }

  @ParameterizedTest
  @CsvSource({
    "'x\" <all@example.org>, \"y'",
    "'=?utf-8?q?x=0D=0ABcc:_all=40example.org?='",
    "'all@example.org, '"
  })
  void a_name_adds_no_header_and_no_recipient(String name) throws MessagingException {
    var recipient = new Recipient(SampleMessages.MAIL, name, Language.EN);

    send(new Envelope(recipient, new Message.PasswordChanged(NOW)));

    var mail = onlyMail();
    assertThat(mail.getAllRecipients())
        .singleElement()
        .extracting(address -> ((InternetAddress) address).getAddress())
        .isEqualTo("zoe@example.org");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @Test
  void a_mail_is_not_sent_in_the_clear_when_it_has_to_be_encrypted() {
    assertThat(deliver(notifier(server.getSmtp().getPort(), Encryption.STARTTLS)))
        .isInstanceOf(Delivery.Unreachable.class);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_whose_certificate_nobody_knows_gets_no_mail() {
    assertThat(deliver(notifier(server.getSmtps().getPort(), Encryption.FROM_THE_FIRST_BYTE)))
        .isInstanceOf(Delivery.Unreachable.class);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_wants_a_name_gets_it() {
    server.setUser("mercat", "a password");
    var login = new SmtpServer.Login("mercat", "a password");
    var port = server.getSmtp().getPort();

    var notifier =
        new SmtpNotifier(
            new SmtpServer("localhost", port, Encryption.NONE, Optional.of(login), FROM),
            WORDING,
            () -> NOW);

    assertThat(deliver(notifier)).isInstanceOf(Delivery.Accepted.class);
    assertThat(login).hasToString("mercat");
  }

  @Test
  void where_nobody_listens_the_mail_may_be_sent_again() {
    var port = server.getSmtp().getPort();
    server.stop();

    assertThat(deliver(notifier(port, Encryption.NONE))).isInstanceOf(Delivery.Unreachable.class);
  }

  @ParameterizedTest
  @CsvSource({"550 no such mailbox,true", "553 bad name,true", "451 later,false", "530 who,false"})
  void only_a_refusal_of_the_recipient_is_final(String answer, boolean isFinal) throws IOException {
    try (var choosy = new ChoosySmtpServer(answer)) {
      var delivery = deliver(notifier(choosy.port(), Encryption.NONE));

      var why = "SMTP " + answer.substring(0, 3);
      assertThat(delivery)
          .isEqualTo(isFinal ? new Delivery.Refused(why) : new Delivery.Unreachable(why));
    }
  }

  private static SmtpNotifier notifier(int port, Encryption encryption) {
    var server = new SmtpServer("localhost", port, encryption, Optional.empty(), FROM);
    return new SmtpNotifier(server, WORDING, () -> NOW);
  }

  private void send(Envelope envelope) {
    assertThat(notifier().send(new MessageId(UUID.randomUUID()), envelope))
        .isInstanceOf(Delivery.Accepted.class);
  }

  private Delivery deliver(Notifier notifier) {
    return notifier.send(new MessageId(UUID.randomUUID()), envelope());
  }

  private MimeMessage onlyMail() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String readable(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0] + content(mail, 0) + content(mail, 1);
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String content(MimeMessage mail, int index)
      throws MessagingException, IOException {
    return new String(part(mail, index).getInputStream().readAllBytes(), UTF_8);
  }

  private static BodyPart part(MimeMessage mail, int index) throws MessagingException, IOException {
    return ((MimeMultipart) mail.getContent()).getBodyPart(index);
  }
}
