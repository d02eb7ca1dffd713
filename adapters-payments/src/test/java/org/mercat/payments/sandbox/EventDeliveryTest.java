package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.payments.sandbox.EventRow.State;

class EventDeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");
  private static final Money PRICE = Money.of(8_000, "CAD");
  private static final DeliveryRules AT_ONCE = new DeliveryRules(false, 0, 0, 0, 0, 0);

  private final SettableClock clock = new SettableClock(NOW);
  private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private HttpServer market;
  private Sandbox sandbox;

  @BeforeEach
  void open() throws IOException {
    market = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var api = URI.create("http://localhost:" + market.getAddress().getPort() + "/api/v1");
    sandbox =
        Sandbox.open(
            SandboxTestDatabase.prepared().open(), SandboxTestDatabase.place(api, true), clock);
    market.createContext("/api/v1/webhooks/sandbox", this::take);
    market.start();
  }

  @AfterEach
  void close() {
    sandbox.close();
    market.stop(0);
  }

  @Test
  void an_event_of_every_change_arrives_signed() {
    by(AT_ONCE);
    var payment = pay("sbx_requires_action");
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);

    assertThat(sandbox.counterparties().completeAction(payment, true))
        .isEqualTo(Counterparties.Act.DONE);
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);

    assertThat(arrived).extracting(Message::kind).containsOnly(Kind.PAYMENT_CHANGED).hasSize(2);
    assertThat(arrived)
        .extracting(message -> message.object().orElseThrow())
        .containsOnly(payment.value());
    assertThat(arrived).extracting(Message::event).doesNotHaveDuplicates();
  }

  @Test
  void an_event_is_on_its_way_for_a_while() {
    by(DeliveryRules.USUAL);
    var _ = pay("sbx_ok");

    clock.advance(Duration.ofMillis(199));
    assertThat(sandbox.delivery().deliverDue()).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
    assertThat(sandbox.delivery().deliverDue()).isZero();
    assertThat(arrived).hasSize(1);
  }

  @Test
  void an_event_that_is_not_taken_comes_again_later_and_later() {
    by(AT_ONCE);
    answers.addAll(List.of(500, 503, 200));
    var _ = pay("sbx_ok");
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
    assertThat(sandbox.delivery().deliverDue()).isZero();

    clock.advance(Duration.ofSeconds(1));
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(sandbox.delivery().deliverDue()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);

    assertThat(arrived).hasSize(3);
    assertThat(onlyEvent().state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void an_event_that_is_never_taken_is_given_up() {
    by(AT_ONCE);
    market.stop(0);
    var _ = pay("sbx_ok");

    while (onlyEvent().state() == State.PENDING) {
      assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
      clock.advance(Duration.ofHours(1));
    }

    assertThat(onlyEvent().state()).isEqualTo(State.DEAD);
    assertThat(onlyEvent().attempts()).isEqualTo(20);
  }

  @Test
  void an_event_may_arrive_twice() {
    by(new DeliveryRules(false, 0, 0, 1_000, 0, 0));
    var _ = pay("sbx_ok");

    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);

    assertThat(arrived).hasSize(2);
    assertThat(arrived).extracting(Message::event).containsOnly(onlyEvent().id());
  }

  @Test
  void the_first_try_may_get_lost() {
    by(new DeliveryRules(false, 0, 0, 0, 1_000, 0));
    var _ = pay("sbx_ok");

    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
    assertThat(arrived).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
    assertThat(arrived).hasSize(1);
  }

  @Test
  void nothing_leaves_while_events_are_held() {
    by(new DeliveryRules(true, 0, 0, 0, 0, 0));
    var _ = pay("sbx_ok");

    assertThat(sandbox.delivery().deliverDue()).isZero();

    by(AT_ONCE);
    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
  }

  @Test
  void what_a_node_took_and_did_not_finish_another_one_takes_after_a_while() {
    by(AT_ONCE);
    var _ = pay("sbx_ok");
    var taken = sandbox.database().run(connection -> EventRow.lease(connection, NOW));
    assertThat(taken).hasSize(1);
    assertThat(sandbox.delivery().deliverDue()).isZero();

    clock.advance(Duration.ofSeconds(30));

    assertThat(sandbox.delivery().deliverDue()).isEqualTo(1);
  }

  @Test
  void once_started_it_delivers_by_itself() throws InterruptedException {
    by(AT_ONCE);
    sandbox.start();

    var _ = pay("sbx_ok");

    assertThat(arrived.poll(30, TimeUnit.SECONDS)).isNotNull();
  }

  private GatewayReference pay(String method) {
    var key = OperationKey.capture(new BookingId(UUID.randomUUID()));
    var _ = sandbox.gateway().capture(key, PRICE, new PaymentMethod(method));
    return sandbox
        .database()
        .run(connection -> Book.PAYMENTS.find(connection, key))
        .orElseThrow()
        .view()
        .reference();
  }

  private void by(DeliveryRules rules) {
    assertThat(sandbox.database().run(rules::stored)).isEqualTo(rules);
  }

  private EventRow onlyEvent() {
    return sandbox.database().run(EventRow::newest).getFirst();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var header = exchange.getRequestHeaders().getFirst(SandboxWebhookResource.HEADER);
      if (sandbox.signature().fits(header, body, clock.instant())) {
        arrived.add(WebhookMessage.read(body).orElseThrow().message());
      }
      var answer = answers.poll();
      exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
    }
  }
}
