package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Money;

/** Whatever gets lost between us and the gateway, it happens once, and in the end we know. */
class LostAnswersTest {

  private static final Stand UNKNOWN = new Stand(Phase.AWAITING_PAYMENT, Whereabouts.CAPTURING);
  private static final Stand PAID = new Stand(Phase.CONFIRMED, Whereabouts.HELD);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void a_lost_answer_is_asked_for_again_and_charged_once() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    assertThat(trade.stand(booking)).isEqualTo(UNKNOWN);
    assertThat(trade.details(booking).view().outcomeUnknown()).isTrue();
    assertThat(trade.market.recoverOperations.handle()).isZero();

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.details(booking).view().outcomeUnknown()).isFalse();
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
    assertThat(trade.held(booking)).isEqualTo(23_600);
    trade.assertBooksBalance();
  }

  @Test
  void a_lost_request_is_made_again() {
    trade.market.in.gateway.loseNextRequest();
    var booking = trade.booked(client, shop, OK);
    assertThat(trade.stand(booking)).isEqualTo(UNKNOWN);

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
  }

  @Test
  void what_gets_lost_again_and_again_is_asked_for_ever_more_seldom() {
    trade.market.in.gateway.loseNextRequest();
    var booking = trade.booked(client, shop, OK);
    trade.market.in.gateway.loseNextRequest();
    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);
    assertThat(trade.stand(booking)).isEqualTo(UNKNOWN);
    trade.market.in.gateway.loseNextRequest();
    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isZero();
    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);
    assertThat(trade.stand(booking)).isEqualTo(PAID);
  }

  @Test
  void what_a_crash_left_undone_is_done() {
    var command = Order.of(client, shop).paidWith(OK).command();
    var booking =
        Trade.as(PlaceBooking.Outcome.Placed.class, trade.market.placeBooking.handle(command))
            .booking();

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
  }

  @Test
  void what_a_crash_left_unsaid_is_not_done_twice() {
    var command = Order.of(client, shop).paidWith(OK).command();
    var booking =
        Trade.as(PlaceBooking.Outcome.Placed.class, trade.market.placeBooking.handle(command))
            .booking();
    assertThat(trade.market.askGateway.handle(capture(booking))).isInstanceOf(State.Done.class);

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
    assertThat(recoveredAfter(Duration.ofDays(2))).isZero();
  }

  @Test
  void a_key_that_the_gateway_may_have_forgotten_is_only_looked_up() {
    var taken = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    assertThat(recoveredAfter(PaymentOperation.SAME_KEY)).isEqualTo(1);
    assertThat(trade.stand(taken)).isEqualTo(PAID);
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);

    var other = trade.shop(Offers.PORTRAIT);
    trade.market.in.gateway.loseNextRequest();
    var neverMade = trade.booked(client, other, OK);
    assertThat(recoveredAfter(PaymentOperation.SAME_KEY)).isEqualTo(1);
    assertThat(trade.stand(neverMade)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.NONE));
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
  }

  @Test
  void a_lost_refund_is_found_again_and_paid_once() {
    var booking = trade.booked(client, shop, OK);
    refund(booking);
    trade.market.in.gateway.loseNextAnswer();
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Open());
    assertThat(trade.details(booking).view().outcomeUnknown()).isTrue();
    assertThat(trade.stand(booking)).isEqualTo(PAID);

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);

    assertThat(trade.details(booking).view().outcomeUnknown()).isFalse();
    assertThat(trade.held(booking)).isEqualTo(23_600 - 5_650);
    trade.assertBooksBalance();
  }

  @Test
  void an_old_refund_is_only_looked_up_as_well() {
    var booking = trade.booked(client, shop, OK);
    refund(booking);
    trade.market.in.gateway.loseNextRequest();
    trade.runOperations(booking);

    assertThat(recoveredAfter(PaymentOperation.SAME_KEY)).isEqualTo(1);

    assertThat(trade.held(booking)).isEqualTo(23_600);
    trade.assertBooksBalance();
  }

  @Test
  void what_cannot_be_stored_leaves_nothing_behind_and_does_not_keep_others_waiting() {
    var refused = new AtomicReference<>(Optional.<BookingId>empty());
    trade.market.in.reactions.on(
        PaymentCaptured.class,
        captured -> {
          if (refused.get().stream().anyMatch(captured.booking()::equals)) {
            throw new PortUnavailable("the store is full");
          }
        });
    var first = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    var second = trade.booked(client, trade.shop(Offers.PORTRAIT), TIMEOUT_AFTER_WORK);
    refused.set(Optional.of(first));

    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(2);
    assertThat(trade.stand(first)).isEqualTo(UNKNOWN);
    assertThat(trade.held(first)).isZero();
    assertThat(trade.stand(second)).isEqualTo(PAID);

    refused.set(Optional.empty());
    assertThat(recoveredAfter(PaymentOperation.LEASE)).isEqualTo(1);
    assertThat(trade.stand(first)).isEqualTo(PAID);
    assertThat(trade.market.in.gateway.charges()).isEqualTo(2);
    trade.assertBooksBalance();
  }

  @Test
  void what_has_ended_is_not_asked_for_again() {
    var booking = trade.booked(client, shop, OK);
    var ended = capture(booking);

    assertThat(trade.market.askGateway.handle(ended)).isEqualTo(ended.state());
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
  }

  @Test
  void a_busy_gateway_leaves_the_outcome_open() {
    var now = trade.market.in.system.instant();
    Outcome<Boolean> busy = new Outcome.Busy<>(Duration.ofSeconds(1));

    assertThat(busy.stateAt(now, _ -> new State.Sent(now)))
        .isEqualTo(new State.Unanswered(now, "the gateway is busy"));
  }

  @Test
  void nothing_is_known_of_an_operation_that_was_never_stored() {
    var key = OperationKey.capture(new BookingId(UUID.randomUUID()));
    var answer = new State.Unanswered(trade.market.in.system.instant(), "lost");

    assertThat(trade.market.settleOperation.handle(new SettleOperation.Command(key, answer)))
        .isEqualTo(new SettleOperation.Outcome.UnknownOperation());
  }

  private int recoveredAfter(Duration wait) {
    trade.market.in.system.advance(wait);
    return trade.market.recoverOperations.handle();
  }

  private PaymentOperation capture(BookingId booking) {
    return trade.market.in.operations.find(OperationKey.capture(booking)).orElseThrow();
  }

  private void refund(BookingId booking) {
    var command =
        new RefundBooking.Command(
            shop.owner(), booking, Optional.of(Money.of(5_000, "CAD")), "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
  }
}
