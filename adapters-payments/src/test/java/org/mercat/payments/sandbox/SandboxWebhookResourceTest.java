package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.InMemoryGatewayInbox;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.Spoiled;

class SandboxWebhookResourceTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");
  private static final SettableClock CLOCK = new SettableClock(NOW);
  private static final Sandbox SANDBOX = SandboxTestDatabase.prepared().sandbox(CLOCK);

  private final InMemoryGatewayInbox inbox = new InMemoryGatewayInbox();
  private final InMemorySystemEvents systemEvents = new InMemorySystemEvents();
  private final SandboxWebhookResource resource =
      new SandboxWebhookResource(
          SANDBOX,
          new ReceiveGatewayEvent(inbox, new InMemoryUnitOfWork(inbox), CLOCK),
          systemEvents);

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void a_signed_event_is_kept() {
    var body = event("evt_1", "payment.succeeded");

    assertThat(post(body)).isEqualTo(200);

    assertThat(kept())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.gateway()).isEqualTo("sandbox");
              assertThat(message.event()).isEqualTo("evt_1");
              assertThat(message.kind()).isEqualTo(Kind.PAYMENT_CHANGED);
              assertThat(message.object()).contains("pay_1");
              assertThat(message.body()).isEqualTo(new String(body, StandardCharsets.UTF_8));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment.failed",
        "payment.requires_action",
        "refund.succeeded",
        "refund.failed",
        "account.updated",
        "transfer.created",
        "transfer.reversed",
        "payout.succeeded",
        "payout.failed"
      })
  void every_event_that_the_sandbox_sends_is_of_interest(String type) {
    assertThat(post(event("evt_1", type))).isEqualTo(200);

    assertThat(kept()).extracting(Message::kind).doesNotContain(Kind.IGNORED);
  }

  @Test
  void what_is_asked_for_in_a_tenant_is_told_to_that_tenant() {
    var tenant = new TenantId(UUID.randomUUID());
    var key = OperationKey.capture(new BookingId(UUID.randomUUID()));
    var price = Money.of(100, "CAD");
    var captured =
        Acting.of(tenant)
            .<PaymentGateway.Outcome<PaymentGateway.PaymentView>, RuntimeException>call(
                () -> SANDBOX.gateway().capture(key, price, new PaymentMethod("sbx_ok")));
    assertThat(captured).isInstanceOf(PaymentGateway.Outcome.Done.class);
    var event = SANDBOX.database().run(EventRow::newest).getFirst();

    var told = WebhookMessage.read(event.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();

    assertThat(told.tenant()).isEqualTo(tenant);
    assertThat(told.message().object()).contains(event.object());
  }

  @Test
  void an_event_is_kept_in_the_tenant_that_it_names() {
    var tenant = new TenantId(UUID.randomUUID());
    var kept = new ArrayList<TenantId>();
    var unitOfWork =
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> work) {
            kept.add(Acting.now().tenant());
            return new InMemoryUnitOfWork(inbox).run(work);
          }
        };
    var perTenant =
        new SandboxWebhookResource(
            SANDBOX, new ReceiveGatewayEvent(inbox, unitOfWork, CLOCK), systemEvents);

    for (var named : List.of("", ",\"tenant\":\"" + tenant.value() + "\"")) {
      var text = text("evt_" + kept.size(), "payment.succeeded");
      var body = bytes(text.replace(",\"livemode\"", named + ",\"livemode\""));
      assertThat(perTenant.receive(SANDBOX.signature().header(body, NOW), body).getStatus())
          .isEqualTo(200);
    }

    assertThat(kept).containsExactly(TenantId.DEFAULT, tenant);
  }

  @Test
  void the_same_event_again_is_taken_and_kept_once() {
    assertThat(post(event("evt_1", "payment.succeeded"))).isEqualTo(200);
    assertThat(post(event("evt_1", "payment.succeeded"))).isEqualTo(200);

    assertThat(kept()).hasSize(1);
  }

  @Test
  void an_event_of_an_unknown_type_is_taken_and_nothing_is_to_be_done_about_it() {
    assertThat(post(event("evt_1", "balance.available"))).isEqualTo(200);

    assertThat(kept()).isEmpty();
    assertThat(inbox.keep(ignored("evt_1"), NOW)).isFalse();
  }

  @Test
  void without_a_signature_nothing_is_kept() {
    assertThatThrownBy(() -> resource.receive(null, event("evt_1", "payment.succeeded")))
        .isInstanceOf(BadRequestException.class);

    assertThat(kept()).isEmpty();
    assertThat(systemEvents.reported()).hasSize(1);
  }

  @Test
  void an_old_event_that_is_played_again_is_not_kept() {
    var body = event("evt_1", "payment.succeeded");
    var header = SANDBOX.signature().header(body, NOW.minus(Duration.ofSeconds(301)));

    assertThatThrownBy(() -> resource.receive(header, body))
        .isInstanceOf(BadRequestException.class);

    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"event\"",
        "{\"id\":1,\"type\":\"payment.succeeded\",\"livemode\":false}",
        "{\"id\":\"evt_1\",\"type\":\"payment.succeeded\",\"livemode\":false}",
        "{\"id\":\"evt_1\",\"type\":\"payment.succeeded\",\"livemode\":true,"
            + "\"data\":{\"object\":{\"id\":\"pay_1\"}}}",
        "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\",\"livemode\":false}",
        "{\"id\":\"evt_1\",\"type\":\"x\",\"livemode\":false} {}",
        "{\"id\":\"a\\u0000b\",\"type\":\"x\",\"livemode\":false}"
      })
  void a_signed_body_that_is_no_event_is_not_kept(String body) {
    assertThat(post(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);

    assertThat(kept()).isEmpty();
  }

  @Test
  void a_body_beyond_the_limit_is_not_looked_at() {
    assertThat(post(new byte[256 * 1024 + 1])).isEqualTo(413);
    assertThat(post(new byte[256 * 1024])).isEqualTo(400);
  }

  @Test
  void an_event_in_another_encoding_is_not_kept() {
    var body = text("evt_1", "payment.succeeded").getBytes(Charset.forName("UTF-16"));

    assertThat(post(body)).isEqualTo(400);
  }

  /** Ten thousand headers and bodies, half of them signed, from nonsense to nearly right. */
  @Test
  void whatever_is_sent_is_taken_or_refused_and_never_fails() {
    var dice = new Random(20_261_116);
    for (var shot = 0; shot < 10_000; shot++) {
      var body = Spoiled.of(event("evt_" + shot, "payment.succeeded"), dice);
      var header = SANDBOX.signature().header(body, NOW);
      var sent = dice.nextBoolean() ? header : text(Spoiled.of(bytes(header), dice));

      assertThat(answer(sent, body)).isIn(200, 400, 413);
    }
  }

  private int post(byte[] body) {
    return answer(SANDBOX.signature().header(body, NOW), body);
  }

  private int answer(String header, byte[] body) {
    try (var response = resource.receive(header, body)) {
      return response.getStatus();
    } catch (ClientErrorException refused) {
      return refused.getResponse().getStatus();
    }
  }

  private List<Message> kept() {
    return inbox.lease(NOW, 100);
  }

  private static Message ignored(String event) {
    return new Message("sandbox", event, Kind.IGNORED, Optional.empty(), "");
  }

  private static byte[] event(String id, String type) {
    return bytes(text(id, type));
  }

  private static String text(String id, String type) {
    return """
    {"object":"event","id":"%s","type":"%s","created":1794830400,"livemode":false,
     "data":{"object":{"object":"payment","id":"pay_1"}}}"""
        .formatted(id, type);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
