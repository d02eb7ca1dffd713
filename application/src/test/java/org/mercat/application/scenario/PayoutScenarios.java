package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.scenario.MoneyStage.SHARE;
import static org.mercat.application.scenario.MoneyStage.TOTAL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.RetryPayout;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.shared.Money;

/** Money goes on to a provider, comes back from the bank, or has to be made up for. */
public interface PayoutScenarios extends OnStage {

  @Test
  default void what_was_earned_is_in_the_bank_the_next_day() {
    var booking = stage().earned();

    payOut();

    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    assertThat(stage().payable()).isZero();
    assertThat(stage().trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(TOTAL - SHARE);
    assertThat(stage().moved(booking, Kind.TRANSFER)).hasSize(1);
    stage().assertAllIsWell();
  }

  @Test
  default void three_bookings_are_three_transfers_and_one_payout() {
    var bookings = List.of(stage().earned(), stage().earned(), stage().earned());

    payOut();

    assertThat(stage().payout().amount()).isEqualTo(cad(3 * SHARE));
    assertThat(bookings).allMatch(it -> stage().moved(it, Kind.TRANSFER).size() == 1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_second_look_on_the_same_day_pays_nothing_out() {
    var booking = stage().earned();
    payOut();

    assertThat(stage().tasks.runPayouts.handle()).isZero();
    assertThat(stage().aDayLater()).isZero();

    assertThat(stage().moved(booking, Kind.TRANSFER)).hasSize(1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_transfer_that_the_gateway_refuses_leaves_the_money_payable() {
    var booking = stage().earned();
    stage().world.refundByHand(stage().payment(booking), cad(TOTAL));

    assertThat(stage().aDayLater()).isEqualTo(1);

    assertThat(failure()).contains(FailureCode.BALANCE_INSUFFICIENT);
    assertThat(stage().payable()).isEqualTo(SHARE);
    stage().tellAll();
    assertThat(stage().payable()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void a_payee_whom_the_gateway_does_not_accept_takes_nothing() {
    var booking = stage().paid();
    var gateway = stage().world.gateway();
    var profile = new PayeeProfile("Nobody yet", "CA", "nobody@example.org");
    var account =
        stage().world.done(gateway.openPayee(stage().world.anyPayee(), profile)).reference();

    stage()
        .world
        .assertRejected(
            gateway.transfer(
                OperationKey.transfer(booking, 1), account, cad(SHARE), stage().payment(booking)),
            FailureCode.PAYEE_NOT_READY);

    assertThat(stage().moved(booking, Kind.TRANSFER)).isEmpty();
    stage().assertAllIsWell();
  }

  @Test
  default void a_transfer_that_never_arrived_goes_with_the_next_payout_under_another_number() {
    var booking = stage().earned();
    stage().world.next(Mishap.FAULT_BEFORE);
    assertThat(stage().aDayLater()).isEqualTo(1);
    stage().calm();
    assertThat(failure()).contains(FailureCode.NEVER_ARRIVED);

    payOut();

    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    assertThat(stage().world.made(OperationKey.transfer(booking, 2))).isEqualTo(1);
    stage().assertAllIsWell();
  }

  @Test
  default void a_payout_that_comes_back_is_at_the_gateway_again() {
    var _ = stage().earned();
    assertThat(stage().aDayLater()).isEqualTo(1);

    stage().completePayout(false);

    assertThat(failure()).contains(FailureCode.PAYEE_NOT_READY);
    assertThat(stage().atGateway()).isEqualTo(SHARE);
    assertThat(stage().payable()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void a_payout_that_was_paid_comes_back_all_the_same() {
    var _ = stage().earned();
    payOut();

    stage().completePayout(false);

    assertThat(failure()).contains(FailureCode.PAYEE_NOT_READY);
    assertThat(stage().atGateway()).isEqualTo(SHARE);
    assertThat(stage().inTheBank()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void after_a_payout_has_come_back_nothing_more_leaves_by_itself() {
    var _ = stage().earned();
    payOut();
    stage().completePayout(false);
    var _ = stage().earned();

    assertThat(stage().aDayLater()).isZero();

    assertThat(stage().payable()).isEqualTo(SHARE);
    stage().assertAllIsWell();
  }

  @Test
  default void an_administrator_sends_what_came_back_once_more() {
    var _ = stage().earned();
    payOut();
    stage().completePayout(false);

    var again =
        stage()
            .tasks
            .retryPayout
            .handle(new RetryPayout.Command(stage().trade.admin(), stage().payout().id()));
    assertThat(again).isInstanceOf(RetryPayout.Outcome.Started.class);
    stage().completePayout(true);

    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    assertThat(stage().world.made(OperationKey.payOut(stage().payout().id()).next())).isEqualTo(1);
    stage().assertAllIsWell();
  }

  @Test
  default void what_the_bank_has_and_the_client_gets_back_is_a_debt() {
    var booking = stage().earned();
    payOut();

    stage().refund(booking, 5_000);

    assertThat(stage().payable()).isEqualTo(-4_900);
    assertThat(stage().moved(booking, Kind.REVERSAL)).isEmpty();
    stage().assertAllIsWell();
  }

  @Test
  default void a_debt_is_made_up_for_by_the_next_payout_to_the_cent() {
    var booking = stage().earned();
    payOut();
    stage().refund(booking, 5_000);
    var _ = stage().earned();

    payOut();

    assertThat(stage().payout().amount()).isEqualTo(cad(SHARE - 4_900));
    assertThat(stage().payable()).isZero();
    assertThat(stage().inTheBank()).isEqualTo(2 * SHARE - 4_900);
    stage().assertAllIsWell();
  }

  @Test
  default void who_owes_more_than_he_earns_is_paid_nothing() {
    var first = stage().earned();
    var second = stage().earned();
    payOut();
    stage().refund(first, 20_000);
    stage().refund(second, 20_000);
    var _ = stage().earned();

    assertThat(stage().aDayLater()).isZero();

    assertThat(stage().payable()).isEqualTo(SHARE - 2 * (SHARE - 1_000));
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_of_what_is_still_at_the_gateway_is_taken_back_from_there() {
    var booking = stage().earned();
    assertThat(stage().aDayLater()).isEqualTo(1);
    stage().completePayout(false);

    stage().refund(booking, 5_000);
    stage().calm();

    assertThat(stage().moved(booking, Kind.REVERSAL)).hasSize(1);
    assertThat(stage().atGateway()).isEqualTo(SHARE - 4_900);
    assertThat(stage().payable()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_while_the_transfer_is_under_way_is_settled_when_that_is_known() {
    var booking = stage().earned();
    stage().world.next(Mishap.LOST_AFTER);
    assertThat(stage().aDayLater()).isEqualTo(1);
    stage().refund(booking, 5_000);

    stage().reachTheBank();

    assertThat(stage().inTheBank()).isEqualTo(SHARE - 4_900);
    assertThat(stage().payable()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void a_reversal_that_the_gateway_refuses_is_a_debt() {
    var booking = stage().earned();
    var payout = stage().decidePayout();
    stage().run(BookingEvent.subject(booking));
    stage().world.next(Mishap.LOST_AFTER);
    stage().run(PayoutEvent.subject(payout.id()));

    stage().refund(booking, 5_000);
    stage().calm();
    stage().completePayout(true);
    stage().calm();

    assertThat(stage().moved(booking, Kind.REVERSAL)).isEmpty();
    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    assertThat(stage().payable()).isEqualTo(-4_900);
    stage().assertAllIsWell();
  }

  private void payOut() {
    assertThat(stage().aDayLater()).isEqualTo(1);
    stage().completePayout(true);
  }

  private Optional<FailureCode> failure() {
    return stage().payout().state() instanceof Payout.State.Failed(_, var why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
