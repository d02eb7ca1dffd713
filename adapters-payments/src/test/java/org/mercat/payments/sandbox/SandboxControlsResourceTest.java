package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PaymentGateway.Outcome.Done;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

class SandboxControlsResourceTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-16T12:00:00Z"));
  private static final SandboxTestDatabase DATABASE = SandboxTestDatabase.prepared();
  private static final Sandbox SANDBOX = DATABASE.sandbox(CLOCK);
  private static final Money PRICE = Money.of(8_000, "CAD");

  private final SandboxControlsResource controls = new SandboxControlsResource(SANDBOX);
  private final SandboxEventsResource events = new SandboxEventsResource(SANDBOX);
  private final SecurityContext admin = caller("TEST_CONTROL");
  private final BookingId booking = new BookingId(UUID.randomUUID());

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @BeforeEach
  void holdEvents() {
    var _ = events.deliverBy(admin, query(Map.of("held", "true")));
  }

  @Test
  void outside_of_tests_there_is_nothing() {
    try (var market =
        Sandbox.open(
            DATABASE.open(), SandboxTestDatabase.place(SandboxTestDatabase.API, false), CLOCK)) {
      assertThatThrownBy(() -> new SandboxEventsResource(market).events(admin))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> new SandboxControlsResource(market).heldAnswers(admin))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void only_administrators_are_let_in() {
    assertThatThrownBy(() -> events.events(caller("BOOKING_PLACE")))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void the_payments_of_a_booking_are_listed() {
    var payment = pay("sbx_ok");

    var items = json(controls.payments(admin, subject(booking.value().toString()))).get("items");

    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("id").textValue()).isEqualTo(payment.reference().value());
    assertThat(items.get(0).get("status").textValue()).isEqualTo("succeeded");
    assertThat(items.get(0).get("livemode").booleanValue()).isFalse();
    assertThat(items.get(0).at("/amount/amount").longValue()).isEqualTo(8_000);
  }

  @Test
  void without_a_subject_everything_is_listed_the_newest_first() {
    var first = pay("sbx_ok").reference().value();
    var again = OperationKey.capture(booking).next();
    var _ = SANDBOX.gateway().capture(again, PRICE, new PaymentMethod("sbx_ok"));

    var listed = json(controls.payments(admin, query(Map.of()))).get("items");

    assertThat(listed.get(0).get("operation").textValue()).isEqualTo(again.text());
    assertThat(listed.get(1).get("id").textValue()).isEqualTo(first);
  }

  @Test
  void the_payer_acts_and_the_payment_succeeds() {
    var payment = pay("sbx_requires_action").reference().value();

    assertThat(json(controls.paymentSucceeds(admin, payment)).get("status").textValue())
        .isEqualTo("succeeded");

    assertThatThrownBy(() -> controls.paymentFails(admin, payment))
        .isInstanceOf(ClientErrorException.class);
    assertThatThrownBy(() -> controls.paymentFails(admin, "pay_nobody"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void somebody_gives_back_a_part_and_then_the_rest_of_a_payment() {
    var payment = pay("sbx_ok").reference().value();

    var part = json(controls.refundByHand(admin, query(Map.of("amount", "1000")), payment));
    assertThat(part.at("/refunded/amount").longValue()).isEqualTo(1_000);
    var whole = json(controls.refundByHand(admin, query(Map.of()), payment));
    assertThat(whole.at("/refunded/amount").longValue()).isEqualTo(8_000);

    assertThatThrownBy(() -> controls.refundByHand(admin, query(Map.of()), payment))
        .isInstanceOf(ClientErrorException.class);
    assertThatThrownBy(
            () -> controls.refundByHand(admin, query(Map.of("amount", "a lot")), payment))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> controls.refundByHand(admin, query(Map.of()), "pay_nobody"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_pending_refund_fails_when_the_test_says_so() {
    var payment = pay("sbx_refund_pending");
    var key = OperationKey.refund(booking, 1);
    var refund =
        SANDBOX.gateway().refund(key, payment.reference(), PRICE)
                instanceof Done<RefundView>(var view, _)
            ? view.reference().value()
            : "";

    assertThat(json(controls.refundFails(admin, refund)).get("status").textValue())
        .isEqualTo("failed");

    var listed = json(controls.refunds(admin, subject(booking.value().toString())));
    assertThat(listed.at("/items/0/payment").textValue()).isEqualTo(payment.reference().value());
    assertThatThrownBy(() -> controls.refundSucceeds(admin, refund))
        .isInstanceOf(ClientErrorException.class);
  }

  @Test
  void an_account_is_finished_once() {
    var provider = new ProviderId(UUID.randomUUID());
    var opened =
        SANDBOX
            .gateway()
            .openPayee(
                OperationKey.openPayee(provider),
                new PayeeProfile("Clean", "CA", "ada@example.org"));
    var account = opened instanceof Done<PayeeView>(var view, _) ? view.reference().value() : "";

    var finished = json(controls.accountFinishes(admin, account));

    assertThat(finished.get("payoutsEnabled").booleanValue()).isTrue();
    assertThat(json(controls.accounts(admin, subject(provider.value().toString()))).get("items"))
        .hasSize(1);
    assertThatThrownBy(() -> controls.accountFinishes(admin, account))
        .isInstanceOf(ClientErrorException.class);
    assertThat(newestEvent().get("type").textValue()).isEqualTo("account.updated");
  }

  @Test
  void an_event_can_be_dropped_before_it_has_arrived() {
    var _ = pay("sbx_ok");
    var event = newestEvent().get("id").textValue();

    assertThat(json(events.drop(admin, event)).get("state").textValue()).isEqualTo("dropped");

    assertThatThrownBy(() -> events.drop(admin, event)).isInstanceOf(ClientErrorException.class);
  }

  @Test
  void events_go_where_the_test_sends_them_and_without_an_answer_they_still_wait() {
    var _ = pay("sbx_ok");
    var event = newestEvent().get("id").textValue();

    assertThat(json(events.deliver(admin, event)).at("/items/0/state").textValue())
        .isEqualTo("pending");
    assertThat(json(events.duplicate(admin, event)).get("items")).hasSize(2);

    var inOrder = json(events.deliverAll(admin)).get("items");
    var reversed = json(events.reorder(admin)).get("items");
    assertThat(inOrder.size()).isEqualTo(reversed.size()).isPositive();
    assertThat(inOrder.get(0)).isEqualTo(reversed.get(reversed.size() - 1));
  }

  @Test
  void the_rules_of_delivery_are_kept() {
    var set =
        json(
            events.deliverBy(
                admin, query(Map.of("held", "true", "delayMillis", "5", "seed", "7"))));

    assertThat(set.get("delayMillis").intValue()).isEqualTo(5);
    assertThat(json(events.delivery(admin))).isEqualTo(set);
  }

  @Test
  void a_query_that_cannot_be_read_is_refused() {
    assertThatThrownBy(() -> events.deliverBy(admin, query(Map.of("delayMillis", "soon"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> events.deliverBy(admin, query(Map.of("dropPermille", "1001"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> events.deliverBy(admin, query(Map.of("held", "perhaps"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> events.deliverBy(admin, query(Map.of("what", "ever"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> controls.payments(admin, subject("nobody")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void no_answer_is_held_unless_asked_for() {
    assertThat(json(controls.heldAnswers(admin)).get("items")).isEmpty();
    assertThat(json(controls.releaseAnswers(admin)).get("items")).isEmpty();
  }

  private PaymentView pay(String method) {
    var key = OperationKey.capture(booking);
    var outcome = SANDBOX.gateway().capture(key, PRICE, new PaymentMethod(method));
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<PaymentView>) outcome).value();
  }

  private JsonNode newestEvent() {
    return json(events.events(admin)).at("/items/0");
  }

  private static SecurityContext caller(String role) {
    var caller = mock(SecurityContext.class);
    when(caller.isUserInRole(role)).thenReturn(true);
    return caller;
  }

  private static UriInfo subject(String id) {
    return query(Map.of("subject", id));
  }

  private static UriInfo query(Map<String, String> parameters) {
    var uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(new MultivaluedHashMap<>(parameters));
    return uri;
  }

  private static JsonNode json(Response response) {
    assertThat(response.getStatus()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree((String) response.getEntity());
    } catch (JsonProcessingException failure) {
      throw new AssertionError(failure);
    }
  }
}
