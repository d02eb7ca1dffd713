package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.SettleOperation.Outcome;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;

/** A client pays, or does not. */
public interface PayingScenarios extends OnStage {

  @Test
  default void a_good_card_is_charged_and_the_money_is_held() {
    var booking = stage().paid();

    assertThat(stage().trade.held(booking)).isEqualTo(MoneyStage.TOTAL);
    assertCharged(booking, 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_declined_card_takes_nothing() {
    assertTakesNothing(stage().world.methods().declined(), FailureCode.CARD_DECLINED);
  }

  @Test
  default void a_card_without_funds_takes_nothing() {
    assertTakesNothing(stage().world.methods().insufficientFunds(), FailureCode.INSUFFICIENT_FUNDS);
  }

  @Test
  default void a_method_that_the_gateway_does_not_know_takes_nothing() {
    assertTakesNothing(new PaymentMethod("no_such_method"), FailureCode.INVALID_METHOD);
  }

  @Test
  default void after_a_decline_another_card_pays_as_another_attempt() {
    var booking = stage().onHold();
    stage().act(stage().client, booking, new Act.Pay(stage().world.methods().declined().token()));
    assertThat(stage().trade.stand(booking).phase()).isEqualTo(Phase.AWAITING_PAYMENT);

    stage().act(stage().client, booking, new Act.Pay(stage().world.methods().ok().token()));

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertThat(stage().world.made(OperationKey.capture(booking).next())).isEqualTo(1);
    assertCharged(booking, 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_client_who_hears_nothing_is_told_that_nobody_knows() {
    var booking = stage().booked(stage().world.methods().timeoutAfterWork());

    assertThat(stage().trade.stand(booking))
        .isEqualTo(new Stand(Phase.AWAITING_PAYMENT, Whereabouts.CAPTURING));
    assertThat(stage().trade.details(booking).view().outcomeUnknown()).isTrue();

    stage().recover();
    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertThat(stage().trade.details(booking).view().outcomeUnknown()).isFalse();
    assertCharged(booking, 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_payer_who_has_to_act_has_not_paid_yet() {
    var booking = stage().booked(stage().world.methods().requiresAction());

    assertThat(stage().trade.stand(booking).money()).isNotEqualTo(Whereabouts.HELD);
    assertThat(stage().trade.held(booking)).isZero();
    assertCharged(booking, 0);
  }

  @Test
  default void a_payer_who_has_acted_has_paid_as_soon_as_that_is_told() {
    var booking = stage().booked(stage().world.methods().requiresAction());
    stage().world.completeAction(stage().payment(booking), true);

    stage().tellAll();

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertCharged(booking, 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_payer_who_has_acted_unheard_is_found_by_looking() {
    var booking = stage().booked(stage().world.methods().requiresAction());
    stage().world.completeAction(stage().payment(booking), true);

    stage().recover();

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    stage().assertAllIsWell();
  }

  @Test
  default void a_payer_who_gives_up_may_pay_by_another_card() {
    var booking = stage().booked(stage().world.methods().requiresAction());
    stage().world.completeAction(stage().payment(booking), false);
    stage().tellAll();
    assertThat(stage().trade.held(booking)).isZero();

    stage().act(stage().client, booking, new Act.Pay(stage().world.methods().ok().token()));

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertCharged(booking, 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_client_who_cancels_in_time_gets_everything_back() {
    var booking = stage().paid();

    stage().act(stage().client, booking, new Act.Cancel("Rain."));

    assertThat(stage().trade.stand(booking))
        .isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(1);
    stage().assertAllIsWell();
  }

  private void assertTakesNothing(PaymentMethod method, FailureCode why) {
    var booking = stage().placed(method);

    assertThat(stage().run(booking)).isEqualTo(new Outcome.Failed(why));

    assertThat(stage().trade.stand(booking).phase()).isEqualTo(Phase.CANCELLED);
    assertThat(stage().trade.held(booking)).isZero();
    assertCharged(booking, 0);
    stage().assertAllIsWell();
  }

  private void assertCharged(BookingId booking, int times) {
    assertThat(stage().moved(booking, Kind.CHARGE)).hasSize(times);
  }
}
