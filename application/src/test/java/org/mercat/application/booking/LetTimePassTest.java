package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingEvent.BookingExpired;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;

/**
 * A hold that is not paid in time ends, what is paid too late goes back, and silence
 * confirms.
 */
class LetTimePassTest {

  private static final Stand EXPIRED = new Stand(Phase.EXPIRED, Whereabouts.NONE);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.DOG_WALK);
  private final Caller slow = trade.client();
  private final Caller quick = trade.client();

  @Test
  void a_hold_ends_with_its_time_and_not_before() {
    var booking = trade.booked(Order.of(slow, shop).command());

    walk(Booking.HOLD.minusMillis(1));
    assertThat(trade.market.letTimePass.handle()).isZero();
    walk(Duration.ofMillis(1));
    assertThat(trade.market.letTimePass.handle()).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(EXPIRED);
    assertThat(trade.market.letTimePass.handle()).isZero();
  }

  @Test
  void delivered_work_is_paid_for_when_the_client_says_nothing_for_three_days() {
    var booking = trade.booked(quick, shop, OK);
    trade.act(shop.owner(), booking, new Act.Deliver());

    walk(Booking.CONFIRMED_AFTER.minusMillis(1));
    assertThat(trade.market.letTimePass.handle()).isZero();
    walk(Duration.ofMillis(1));
    assertThat(trade.market.letTimePass.handle()).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(trade.held(booking)).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void money_that_comes_after_the_hold_goes_back_by_itself() {
    var late = trade.booked(slow, shop, REQUIRES_ACTION);
    assertThat(trade.market.placeBooking.handle(Order.of(quick, shop).command()))
        .isEqualTo(new PlaceBooking.Outcome.SlotTaken());
    walk(Booking.HOLD);
    assertThat(trade.market.letTimePass.handle()).isEqualTo(1);
    var winner = trade.booked(quick, shop, OK);

    payerActs(late);
    assertThat(trade.stand(late)).isEqualTo(new Stand(Phase.EXPIRED, Whereabouts.REFUNDING));
    trade.market.in.system.advance(PaymentOperation.LEASE);
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);

    assertThat(trade.stand(late)).isEqualTo(new Stand(Phase.EXPIRED, Whereabouts.REFUNDED));
    assertThat(trade.stand(winner)).isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
    assertThat(trade.held(late)).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void money_that_comes_after_the_client_gave_up_goes_back_as_well() {
    var booking = trade.booked(slow, shop, REQUIRES_ACTION);
    trade.act(slow, booking, new Act.Cancel("Too long."));

    payerActs(booking);
    trade.runOperations(booking);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    trade.assertBooksBalance();
  }

  @Test
  void a_payer_who_acts_in_time_has_the_booking() {
    var booking = trade.booked(slow, shop, REQUIRES_ACTION);
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.NONE));

    payerActs(booking);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
  }

  @Test
  void a_hold_that_somebody_changes_at_that_moment_does_not_keep_the_others() {
    var changing = trade.booked(Order.of(slow, shop).command());
    var other = trade.booked(Order.of(quick, trade.shop(Offers.DOG_WALK)).command());
    trade.market.in.reactions.on(
        BookingExpired.class,
        expired -> {
          if (expired.booking().equals(changing)) {
            throw new ConcurrencyConflict("paid at the same moment");
          }
        });
    walk(Booking.HOLD);

    assertThat(trade.market.letTimePass.handle()).isEqualTo(1);

    assertThat(trade.stand(other)).isEqualTo(EXPIRED);
    assertThat(trade.stand(changing))
        .isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.NONE));
  }

  @Test
  void a_booking_that_is_being_paid_keeps_its_time() {
    var booking = trade.booked(slow, shop, TIMEOUT_AFTER_WORK);
    walk(Booking.HOLD.multipliedBy(2));

    assertThat(trade.market.letTimePass.handle()).isZero();

    assertThat(trade.stand(booking))
        .isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.CAPTURING));
  }

  private void walk(Duration duration) {
    trade.market.in.market.advance(duration);
  }

  private void payerActs(BookingId booking) {
    var operation = trade.market.in.operations.find(OperationKey.capture(booking)).orElseThrow();
    var waiting = Trade.as(PaymentOperation.State.Waiting.class, operation.state());
    trade.market.in.gateway.completeAction(waiting.reference(), true);
    trade.told(Kind.PAYMENT_CHANGED, waiting.reference());
  }
}
