package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.scenario.MoneyStage.SHARE;
import static org.mercat.application.scenario.MoneyStage.TOTAL;

import org.junit.jupiter.api.Test;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.RefundBooking.Outcome;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.shared.Money;

/** Money goes back to a client: in parts, late, not at all, or by somebody else's hand. */
public interface RefundScenarios extends OnStage {

  @Test
  default void a_part_goes_back_with_its_tax() {
    var booking = stage().paid();

    stage().refund(booking, 5_000);

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 5_650);
    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(1);
    stage().assertAllIsWell();
  }

  @Test
  default void all_goes_back_in_parts_to_the_cent() {
    var booking = stage().paid();

    stage().refund(booking, 3_333);
    stage().refund(booking, 3_334);
    stage().refundRest(booking);

    assertThat(refunded(booking)).isEqualTo(TOTAL);
    assertThat(stage().trade.stand(booking).money()).isEqualTo(Whereabouts.REFUNDED);
    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(3);
    stage().assertAllIsWell();
  }

  @Test
  default void more_than_is_left_is_refused_before_the_gateway_is_asked() {
    var booking = stage().paid();
    stage().refund(booking, 15_000);

    assertThat(stage().askRefund(booking, 5_001))
        .isEqualTo(new Outcome.Refused(Refusal.REFUND_EXCEEDS_REMAINING));
    stage().assertAllIsWell();
  }

  @Test
  default void what_was_never_paid_is_not_given_back() {
    var booking = stage().booked(stage().world.methods().declined());

    assertThat(stage().askRefund(booking, 1_000))
        .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE));
    stage().assertAllIsWell();
  }

  @Test
  default void nothing_is_given_back_while_nobody_knows_whether_it_was_paid() {
    var booking = stage().booked(stage().world.methods().timeoutAfterWork());

    assertThat(stage().askRefund(booking, 1_000))
        .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));

    stage().calm();
    stage().refund(booking, 1_000);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_is_on_its_way_has_not_arrived() {
    var booking = pending();

    assertThat(stage().trade.balance(Account.REFUNDS_PAYABLE)).isEqualTo(-5_650);
    assertThat(stage().trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(TOTAL);

    stage().completeRefund(booking, true);
    assertThat(stage().trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(TOTAL - 5_650);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_arrives_unheard_is_found_by_looking() {
    var booking = pending();
    var refund = OperationKey.refund(booking, 1);
    stage().world.completeRefund(MoneyStage.reference(stage().operation(refund)), true);

    stage().calm();

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 5_650);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_comes_to_nothing_is_still_owed() {
    var booking = pending();

    stage().completeRefund(booking, false);

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL);
    assertThat(stage().moved(booking, Kind.REFUND_FAILURE)).hasSize(1);
    stage().act(stage().shop.owner(), booking, new Act.Deliver());
    stage().act(stage().client, booking, new Act.Confirm());
    assertThat(released(booking)).isEqualTo(new ReleasePayout.Outcome.Refused(Refusal.REFUND_OWED));
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_came_to_nothing_is_repeated_under_a_number_of_its_own() {
    var booking = pending();
    stage().completeRefund(booking, false);

    stage().refundRest(booking);
    stage().completeRefund(booking, true);

    assertThat(refunded(booking)).isPositive();
    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(2);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_fails_at_once_has_moved_nothing() {
    var booking = stage().booked(stage().world.methods().refundFails());

    stage().refund(booking, 5_000);

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL);
    assertThat(refunded(booking)).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void there_is_one_refund_of_a_booking_at_a_time() {
    var booking = pending();

    assertThat(stage().askRefund(booking, 1_000))
        .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));

    stage().completeRefund(booking, true);
    stage().refund(booking, 1_000);
    stage().completeRefund(booking, true);
    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(2);
    stage().assertAllIsWell();
  }

  @Test
  default void the_rest_is_released_when_the_refund_has_arrived() {
    var booking = pending();
    stage().act(stage().shop.owner(), booking, new Act.Deliver());
    stage().act(stage().client, booking, new Act.Confirm());
    assertThat(stage().payable()).isZero();

    stage().completeRefund(booking, true);

    assertThat(stage().payable()).isEqualTo(SHARE - 4_900);
    stage().assertAllIsWell();
  }

  @Test
  default void after_the_release_it_goes_back_from_those_who_have_earned_it() {
    var booking = stage().earned();

    stage().refund(booking, 5_000);

    assertThat(stage().payable()).isEqualTo(SHARE - 4_900);
    stage().assertAllIsWell();
  }

  @Test
  default void somebody_gives_everything_back_at_the_gateway() {
    var booking = stage().paid();

    byHand(booking, TOTAL);
    stage().tellAll();

    assertThat(stage().trade.stand(booking))
        .isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    stage().assertAllIsWell();
  }

  @Test
  default void somebody_gives_a_part_back_at_the_gateway_before_our_own_refund() {
    var booking = stage().paid();
    byHand(booking, 2_260);
    stage().tellAll();

    stage().refundRest(booking);

    assertThat(refunded(booking)).isEqualTo(TOTAL);
    assertThat(stage().moved(booking, Kind.CHARGE)).hasSize(1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_by_hand_and_one_of_ours_with_a_lost_answer_are_told_apart() {
    var booking = stage().paid();
    byHand(booking, 1_130);
    stage().world.next(Mishap.LOST_AFTER);
    stage().refund(booking, 5_000);

    stage().tellAll();
    stage().calm();

    assertThat(refunded(booking)).isEqualTo(1_130 + 5_650);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_that_the_gateway_refuses_is_owed_until_what_was_given_back_is_told() {
    var booking = stage().paid();
    byHand(booking, TOTAL);

    stage().refund(booking, 20_000);
    assertThat(refunded(booking)).isZero();

    stage().tellAll();
    stage().calm();
    assertThat(refunded(booking)).isEqualTo(TOTAL);
    stage().assertAllIsWell();
  }

  /** A refund of 56.50 that is on its way to the payer. */
  private BookingId pending() {
    var booking = stage().booked(stage().world.methods().refundPending());
    stage().refund(booking, 5_000);
    return booking;
  }

  private void byHand(BookingId booking, long minor) {
    stage().world.refundByHand(stage().payment(booking), Money.of(minor, "CAD"));
  }

  private ReleasePayout.Outcome released(BookingId booking) {
    return stage()
        .trade
        .market
        .releasePayout
        .handle(new ReleasePayout.Command(stage().trade.admin(), booking));
  }

  private long refunded(BookingId booking) {
    return stage().trade.details(booking).view().refunded().minor();
  }
}
