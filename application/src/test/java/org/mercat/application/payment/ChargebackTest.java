package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mercat.application.Trade;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.ChargebackEvent;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;
import org.mercat.domain.payment.Contest;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.PaymentOperation;

/** What a chargeback costs, and whom. */
class ChargebackTest extends ContestedTrade {

  @Test
  void a_chargeback_after_the_payout_that_is_lost_is_a_debt_that_the_next_payout_makes_up_for() {
    var booking = earned();
    aDayLater();
    var dispute = contested(booking, PAID);
    assertThat(balances()).isEqualTo(new Balances(PAID, DISPUTE_FEE, 0, -FEE));
    trade.assertBooksBalance();

    ended(dispute, false);

    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, SHARE, 0));
    trade.assertBooksBalance();
    assertThat(earned()).isNotNull();
    assertThat(earned()).isNotNull();
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(trade.market.in.payouts.all().getLast().amount()).isEqualTo(cad(SHARE));
    assertThat(owes()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void a_chargeback_that_is_won_costs_the_fee_of_the_gateway() {
    var booking = earned();
    aDayLater();
    var dispute = contested(booking, PAID);

    ended(dispute, true);

    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, 0, -FEE));
    assertThat(payment(booking).contest().isOpen()).isFalse();
    assertThat(events())
        .hasExactlyElementsOfTypes(
            ChargebackEvent.ChargebackOpened.class, ChargebackEvent.ChargebackWon.class);
    trade.assertBooksBalance();
  }

  @Test
  void what_was_lost_comes_back_when_it_is_won_after_all() {
    var booking = earned();
    aDayLater();
    var dispute = contested(booking, PAID);
    ended(dispute, false);

    ended(dispute, true);

    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, 0, -FEE));
    assertThat(payment(booking).rest().total()).isEqualTo(cad(PAID));
    trade.assertBooksBalance();
  }

  @Test
  void what_is_held_bears_a_loss_before_anybody_has_earned_it() {
    var booking = booked();
    var dispute = contested(booking, PAID);

    ended(dispute, false);

    assertThat(trade.held(booking)).isZero();
    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, 0, 0));
    trade.deliverAndConfirm(shop, client, booking);
    assertThat(trade.stand(booking))
        .isEqualTo(new Trade.Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(owes()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void what_was_held_when_it_was_lost_is_earned_when_it_comes_back_after_the_release() {
    var booking = booked();
    var dispute = contested(booking, PAID);
    ended(dispute, false);
    trade.deliverAndConfirm(shop, client, booking);

    ended(dispute, true);

    assertThat(owes()).isEqualTo(-SHARE);
    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, -SHARE, -FEE));
    trade.assertBooksBalance();
  }

  @Test
  void of_a_partial_chargeback_the_rest_is_released() {
    var booking = booked();
    var dispute = contested(booking, 11_300);
    trade.deliverAndConfirm(shop, client, booking);

    ended(dispute, false);

    assertThat(payment(booking).contest().lost().service()).isEqualTo(cad(10_000));
    assertThat(owes()).isEqualTo(-(PAID - 11_300 - 1_500));
    assertThat(balances())
        .isEqualTo(new Balances(0, DISPUTE_FEE, -(PAID - 11_300 - 1_500), -1_500));
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_that_the_client_has_already_is_not_lost_once_more() {
    var booking = earned();
    refund(booking, 10_000);

    ended(contested(booking, PAID - 11_300), false);

    assertThat(payment(booking).rest().isNothing()).isTrue();
    assertThat(owes()).isZero();
    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, 0, 0));
    assertThat(refunded(booking, Optional.empty()))
        .isEqualTo(new RefundBooking.Outcome.Refused(Refusal.WRONG_STATE));
    trade.assertBooksBalance();
  }

  @Test
  void the_platform_bears_what_its_policy_says() {
    policy(new ChargebackPolicy(Bearer.PLATFORM, true));
    var booking = earned();
    aDayLater();
    var dispute = contested(booking, PAID);
    policy(ChargebackPolicy.ofTheProvider());

    ended(dispute, false);

    assertThat(trade.balance(Account.CHARGEBACK_LOSSES)).isEqualTo(PAID);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-FEE);
    assertThat(owes()).isEqualTo(DISPUTE_FEE);
    assertThat(trade.balance(Account.DISPUTE_FEES)).isZero();
    ended(dispute, true);
    assertThat(trade.balance(Account.CHARGEBACK_LOSSES)).isZero();
    assertThat(owes()).isZero();
    assertThat(trade.balance(Account.DISPUTE_FEES)).isEqualTo(DISPUTE_FEE);
    trade.assertBooksBalance();
  }

  @Test
  void a_loss_waits_for_the_end_of_a_refund() {
    var booking = booked(REFUND_PENDING);
    refund(booking, 10_000);
    var dispute = contested(booking, PAID);
    ended(dispute, false);
    assertThat(trade.balance(Account.DISPUTES_HELD)).isEqualTo(PAID);

    var key = OperationKey.refund(booking, 1);
    var state = trade.market.in.operations.find(key).orElseThrow().state();
    var refund = Trade.as(PaymentOperation.State.Waiting.class, state).reference();
    trade.market.in.gateway.completeRefund(refund, false);
    trade.told(Kind.REFUND_CHANGED, refund);
    anHourLater();

    assertThat(trade.balance(Account.DISPUTES_HELD)).isZero();
    assertThat(payment(booking).contest().lost().total()).isEqualTo(cad(PAID));
    assertThat(payment(booking).owed().isNothing()).isTrue();
    trade.assertBooksBalance();
  }

  @Test
  void what_the_bank_takes_beyond_what_is_left_is_the_platforms_loss() {
    var booking = earned();
    refund(booking, 10_000);

    ended(contested(booking, PAID), false);

    assertThat(payment(booking).rest().isNothing()).isTrue();
    assertThat(trade.balance(Account.CHARGEBACK_LOSSES)).isEqualTo(11_300);
    assertThat(trade.balance(Account.DISPUTES_HELD)).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void any_history_that_the_bank_makes_leaves_nothing_in_between() {
    for (var seed = 0; seed < 20; seed++) {
      var dice = new Random(seed);
      var booking = dice.nextBoolean() ? earned() : booked();
      var dispute = contested(booking, 100L * (1 + dice.nextInt((int) PAID / 100)));
      for (var steps = dice.nextInt(4); steps > 0; steps--) {
        ended(dispute, dice.nextBoolean());
      }
      ended(dispute, true);
      assertThat(trade.balance(Account.DISPUTES_HELD)).as("seed %d", seed).isZero();
      assertThat(payment(booking).contest())
          .as("seed %d", seed)
          .isEqualTo(new Contest(0, payment(booking).charge().nothing()));
      trade.assertBooksBalance();
    }
  }
}
