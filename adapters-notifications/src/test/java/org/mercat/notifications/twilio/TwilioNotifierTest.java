package org.mercat.notifications.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.CODE;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.mercat.domain.notification.MessageId;
import org.mercat.notifications.wording.Templates;
import org.mercat.notifications.wording.Wording;

class TwilioNotifierTest implements NotifierContract {

  private static final Wording WORDING =
      new Wording(new Templates(), URI.create("https://market.example.org"));

  private record Answer(int status, String body) {}

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final TwilioNotifier notifier;
  private volatile Answer answer = new Answer(201, "{\"sid\":\"SM1\"}");

  TwilioNotifierTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    notifier = notifier("+15005550006");
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Override
  public Notifier notifier() {
    return notifier;
  }

  @Override
  public Envelope envelope() {
    return SampleMessages.verifyPhone();
  }

  @Override
  public String secret() {
    return CODE.value();
  }

  @Override
  public List<String> received() {
    return received;
  }

  @Test
  void a_text_message_is_asked_for_as_twilio_wants_it() {
    assertThat(send(notifier)).isInstanceOf(Delivery.Accepted.class);

    var credentials = Base64.getEncoder().encodeToString("AC1:secret".getBytes(UTF_8));
    assertThat(calls)
        .containsExactly(
            "POST /2010-04-01/Accounts/AC1/Messages.json Basic "
                + credentials
                + " application/x-www-form-urlencoded");
    assertThat(received)
        .containsExactly(
            "Body=Mercat: 482915 is your code. It is valid for 10 minutes. Never tell it to"
                + " anybody.&From=+15005550006&To=+14165550100");
  }

  @Test
  void a_messaging_service_may_choose_the_number() {
    assertThat(send(notifier("MG123"))).isInstanceOf(Delivery.Accepted.class);

    assertThat(received).singleElement().asString().contains("&MessagingServiceSid=MG123&");
  }

  @ParameterizedTest
  @CsvSource({
    "400,{\"code\":21211},HTTP 400 code 21211",
    "400,oh,HTTP 400 without a body that can be read",
    "422,{},HTTP 422"
  })
  void a_message_that_twilio_does_not_take_is_refused(int status, String body, String why) {
    answer = new Answer(status, body);

    assertThat(send(notifier)).isEqualTo(new Delivery.Refused(why));
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "404", "429", "500", "503", "302"})
  void what_is_not_about_the_message_may_change(int status) {
    answer = new Answer(status, "{}");

    assertThat(send(notifier)).isEqualTo(new Delivery.Unreachable("HTTP " + status));
  }

  @Test
  void where_nobody_listens_the_message_may_be_sent_again() {
    server.stop(0);

    assertThat(send(notifier)).isInstanceOf(Delivery.Unreachable.class);
  }

  @Test
  void an_account_does_not_print_its_token() {
    assertThat(account("+15005550006")).hasToString("AC1");
  }

  private Delivery send(Notifier by) {
    return by.send(new MessageId(UUID.randomUUID()), envelope());
  }

  private TwilioNotifier notifier(String from) {
    return new TwilioNotifier(account(from), WORDING);
  }

  private TwilioAccount account(String from) {
    var base = URI.create("http://localhost:" + server.getAddress().getPort());
    return new TwilioAccount(base, "AC1", "secret", from);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    received.add(URLDecoder.decode(body, UTF_8));
    calls.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Content-Type")));
    var bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
