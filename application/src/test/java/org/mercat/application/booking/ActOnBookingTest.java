package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.ActOnBooking.Outcome;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Step;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Booking.Refusal;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.Cancelled;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

class ActOnBookingTest {

  private static final Stand CONFIRMED = new Stand(Phase.CONFIRMED, Whereabouts.HELD);
  private static final Stand ON_HOLD = new Stand(Phase.AWAITING_PAYMENT, Whereabouts.NONE);
  private static final Act CANCEL = new Act.Cancel("It rains.");

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.DOG_WALK);
  private final Caller client = trade.client();

  @Test
  void a_hold_is_paid_and_the_work_done_step_by_step() {
    var booking = onHold();

    trade.act(client, booking, pay(OK));
    assertThat(trade.stand(booking)).isEqualTo(CONFIRMED);
    trade.act(shop.owner(), booking, new Act.Start());
    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.details(booking).view().steps())
        .extracting(Step::phase)
        .containsExactly(
            Phase.AWAITING_PAYMENT,
            Phase.CONFIRMED,
            Phase.IN_PROGRESS,
            Phase.DELIVERED,
            Phase.COMPLETED);
  }

  @Test
  void a_declined_payment_leaves_the_hold_to_be_paid_otherwise() {
    var booking = onHold();

    trade.act(client, booking, pay(DECLINED));
    assertThat(trade.stand(booking)).isEqualTo(ON_HOLD);
    trade.act(client, booking, pay(OK));

    assertThat(trade.stand(booking)).isEqualTo(CONFIRMED);
    assertThat(trade.market.in.gateway.charges()).isEqualTo(1);
  }

  @Test
  void nothing_else_is_charged_while_a_payment_waits_for_its_payer() {
    var booking = onHold();
    trade.act(client, booking, pay(REQUIRES_ACTION));

    assertThat(trade.tried(client, booking, pay(OK)))
        .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));

    assertThat(trade.stand(booking)).isEqualTo(ON_HOLD);
    assertThat(trade.market.in.gateway.charges()).isZero();
  }

  @Test
  void each_act_is_for_its_party_and_the_rest_is_forbidden() {
    var booking = confirmed();

    for (var act : List.of(pay(OK), new Act.Confirm())) {
      assertThat(trade.tried(shop.owner(), booking, act)).isEqualTo(new Outcome.Forbidden());
      assertThat(trade.tried(trade.admin(), booking, act)).isEqualTo(new Outcome.Forbidden());
    }
    for (var act : List.of(new Act.Start(), new Act.Deliver())) {
      assertThat(trade.tried(client, booking, act)).isEqualTo(new Outcome.Forbidden());
      assertThat(trade.tried(trade.admin(), booking, act)).isEqualTo(new Outcome.Forbidden());
    }
  }

  @Test
  void nobody_learns_of_the_booking_of_others() {
    var booking = confirmed();

    assertThat(trade.tried(trade.client(), booking, CANCEL)).isEqualTo(new Outcome.NotFound());
    assertThat(trade.tried(trade.vendor(), booking, CANCEL)).isEqualTo(new Outcome.NotFound());
    assertThat(trade.tried(client, new BookingId(UUID.randomUUID()), CANCEL))
        .isEqualTo(new Outcome.NotFound());
  }

  @Test
  void what_the_life_cycle_does_not_know_is_refused() {
    var booking = confirmed();

    assertThat(trade.tried(client, booking, new Act.Confirm()))
        .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE));
    trade.deliverAndConfirm(shop, client, booking);
    assertThat(trade.tried(client, booking, CANCEL))
        .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE));
  }

  @Test
  void a_hold_is_not_paid_after_its_end() {
    var booking = onHold();
    trade.market.in.market.advance(Booking.HOLD);

    assertThat(trade.tried(client, booking, pay(OK)))
        .isEqualTo(new Outcome.Refused(Refusal.HOLD_EXPIRED));
  }

  @Test
  void nothing_moves_while_the_gateway_has_not_said_what_it_did() {
    var booking = onHold();
    trade.act(client, booking, pay(TIMEOUT_AFTER_WORK));
    assertThat(trade.stand(booking))
        .isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.CAPTURING));

    for (var act : List.of(pay(OK), CANCEL)) {
      assertThat(trade.tried(client, booking, act))
          .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));
    }
  }

  @Test
  void a_booking_is_not_called_off_while_a_part_of_its_money_is_on_its_way_back() {
    var booking = trade.booked(client, shop, REFUND_PENDING);
    var part = Optional.of(Money.of(1_000, "CAD"));
    assertThat(
            trade.market.refundBooking.handle(
                new RefundBooking.Command(shop.owner(), booking, part, "A gesture.")))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));

    for (var caller : List.of(client, shop.owner(), trade.admin())) {
      assertThat(trade.tried(caller, booking, CANCEL))
          .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));
    }
    trade.runOperations(booking);

    assertThat(trade.tried(client, booking, CANCEL))
        .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));
    assertThat(trade.stand(booking)).isEqualTo(CONFIRMED);
    trade.deliverAndConfirm(shop, client, booking);
  }

  @Test
  void a_hold_is_given_up_without_any_money() {
    var booking = onHold();

    trade.act(client, booking, CANCEL);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.NONE));
    assertThat(trade.stand(onHold())).isEqualTo(ON_HOLD);
  }

  @Test
  void a_cancelled_booking_tells_who_called_it_off() {
    assertThat(cancelledBy(client)).isEqualTo(CancelledBy.CLIENT);
    assertThat(cancelledBy(shop.owner())).isEqualTo(CancelledBy.PROVIDER);
    assertThat(cancelledBy(trade.admin())).isEqualTo(CancelledBy.ADMIN);
    trade.assertBooksBalance();
  }

  private CancelledBy cancelledBy(Caller caller) {
    var booking = confirmed();
    trade.act(caller, booking, CANCEL);
    var lifecycle = trade.details(booking).view().booking().lifecycle();
    return Trade.as(Cancelled.class, lifecycle).by();
  }

  private BookingId onHold() {
    return trade.booked(Order.of(client, shop).command());
  }

  private BookingId confirmed() {
    var booking = trade.booked(client, shop, OK);
    assertThat(trade.stand(booking)).isEqualTo(CONFIRMED);
    return booking;
  }

  private static Act pay(PaymentMethod method) {
    return new Act.Pay(method.token());
  }
}
