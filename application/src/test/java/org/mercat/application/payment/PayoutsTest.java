package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID;

import org.junit.jupiter.api.Test;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutSchedule;

/** Payouts of bookings of 200.00, 26.00 tax and 10.00 tip, of which 206.00 are the provider's. */
class PayoutsTest extends PaidOut {

  @Test
  void a_release_alone_moves_nothing_to_the_provider() {
    earned(OK);

    assertThat(trade.market.runPayouts.handle()).isZero();

    assertThat(payable()).isEqualTo(SHARE);
    assertThat(trade.market.in.payouts.all()).isEmpty();
    assertThat(plan().nextAt()).isPresent();
  }

  @Test
  void what_was_earned_is_in_the_bank_the_next_day() {
    var booking = earned(OK);

    assertThat(aDayLater()).isEqualTo(1);

    assertThat(payout().state()).isInstanceOf(State.Paid.class);
    assertThat(payout().amount()).isEqualTo(cad(SHARE));
    assertThat(payable()).isZero();
    assertThat(atGateway()).isZero();
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(23_600 - SHARE);
    assertThat(trade.market.in.ledger.linesOf(booking))
        .filteredOn(line -> line.kind() == JournalEntry.Kind.TRANSFER)
        .hasSize(4);
    assertThat(bankGot()).isEqualTo(SHARE);
    assertThat(aDayLater()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void all_that_is_due_goes_in_one_payout() {
    earned(OK);
    earned(OK);
    earned(OK);

    assertThat(aDayLater()).isEqualTo(1);

    assertThat(payout().amount()).isEqualTo(cad(3 * SHARE));
    assertThat(trade.market.in.earnings.legsOf(payout().id())).hasSize(3);
  }

  @Test
  void who_is_paid_out_by_hand_is_not_paid_out_by_itself() {
    earned(OK);
    assertThat(trade.market.runPayouts.handle()).isZero();
    schedule(new PayoutSchedule.Manual());

    assertThat(aDayLater()).isZero();

    schedule(new PayoutSchedule.Immediate());
    assertThat(trade.market.runPayouts.handle()).isEqualTo(1);
    assertThat(trade.market.runPayouts.handle()).isZero();
    assertThat(bankGot()).isEqualTo(SHARE);
  }

  @Test
  void nobody_is_paid_out_whose_account_is_not_in_order() {
    earned(OK);
    enable(false);

    assertThat(aDayLater()).isZero();
    enable(true);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(bankGot()).isEqualTo(SHARE);
  }

  @Test
  void a_lost_answer_to_a_transfer_is_found_again_and_transferred_once() {
    earned(OK);
    trade.market.in.gateway.loseNextAnswer();
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().state()).isInstanceOf(State.Pending.class);
    assertThat(aDayLater()).isZero();

    recover();
    recover();

    assertThat(payout().state()).isInstanceOf(State.Paid.class);
    assertThat(bankGot()).isEqualTo(SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void a_lost_request_of_a_payout_is_made_again() {
    earned(OK);
    earned(OK);
    trade.market.in.gateway.loseNextRequest();
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().state()).isInstanceOf(State.Transferring.class);

    recover();
    trade.market.in.gateway.loseNextAnswer();
    recover();
    assertThat(payout().state()).isInstanceOf(State.Paying.class);
    recover();

    assertThat(payout().state()).isInstanceOf(State.Paid.class);
    assertThat(bankGot()).isEqualTo(2 * SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void a_transfer_for_which_the_money_is_not_there_yet_is_tried_again_the_next_day() {
    earned(OK);
    trade.market.in.gateway.shortOfMoney(true);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(failure(payout())).contains(FailureCode.BALANCE_INSUFFICIENT);
    assertThat(payable()).isEqualTo(SHARE);
    assertThat(plan().paused()).isFalse();
    trade.market.in.gateway.shortOfMoney(false);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(bankGot()).isEqualTo(SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void an_administrator_lets_a_provider_be_paid_out_again_of_whom_the_gateway_says_nothing() {
    earned(OK);
    enableUnheard(false);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(failure(payout())).contains(FailureCode.PAYEE_NOT_READY);
    assertThat(plan().paused()).isTrue();
    assertThat(aDayLater()).isZero();
    enableUnheard(true);

    assertThat(liftPause(shop.owner())).isEqualTo(new LiftPause.Outcome.Forbidden());
    var lifted = Trade.as(LiftPause.Outcome.Lifted.class, liftPause(trade.admin())).plan();

    assertThat(lifted.paused()).isFalse();
    assertThat(liftPause(trade.admin())).isInstanceOf(LiftPause.Outcome.Lifted.class);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(bankGot()).isEqualTo(SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void a_payout_that_came_back_pauses_payouts_until_the_account_is_in_order_again() {
    earned(PAYOUT_FAILS_AFTER_PAID);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().state()).isInstanceOf(State.Paid.class);

    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));

    assertThat(failure(payout())).contains(FailureCode.PAYEE_NOT_READY);
    assertThat(atGateway()).isEqualTo(SHARE);
    assertThat(plan().paused()).isTrue();
    earned(OK);
    assertThat(aDayLater()).isZero();

    enable(false);
    enable(true);
    assertThat(plan().paused()).isFalse();
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().amount()).isEqualTo(cad(2 * SHARE));
    assertThat(bankGot()).isEqualTo(2 * SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void what_lies_at_the_gateway_is_paid_out_without_anything_new() {
    earned(PAYOUT_FAILS_AFTER_PAID);
    aDayLater();
    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));
    enable(false);
    enable(true);

    assertThat(aDayLater()).isEqualTo(1);

    assertThat(trade.market.in.payouts.all()).hasSize(2);
    assertThat(trade.market.in.earnings.legsOf(payout().id())).isEmpty();
    assertThat(bankGot()).isEqualTo(SHARE);
  }

  @Test
  void a_payout_is_done_once_however_often_the_gateway_tells_of_it() {
    earned(OK);
    aDayLater();
    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));
    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));

    assertThat(payout().version()).isEqualTo(2);
    assertThat(bankGot()).isEqualTo(SHARE);
    trade.assertBooksBalance();
  }
}
