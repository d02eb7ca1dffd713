package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID;

import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.domain.payment.PaymentOperation;

/** What providers owe, and what of it is taken back; 206.00 of a booking are earned. */
class PayoutsAndDebtsTest extends PaidOut {

  @Test
  void a_refund_of_what_is_at_the_gateway_is_taken_back() {
    var booking = earned(OK);
    trade.market.in.gateway.payoutsTakeTime();
    aDayLater();
    trade.market.in.gateway.completePayout(sentOrWaiting(payout()), false);
    trade.told(Kind.PAYOUT_CHANGED, sentOrWaiting(payout()));
    assertThat(atGateway()).isEqualTo(SHARE);

    refund(booking, 5_000);

    assertThat(payable()).isZero();
    assertThat(atGateway()).isEqualTo(SHARE - 4_900);
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_of_what_is_in_the_bank_is_a_debt_that_the_next_payout_makes_up_for() {
    var booking = earned(OK);
    aDayLater();

    refund(booking, 5_000);
    assertThat(payable()).isEqualTo(-4_900);
    trade.assertBooksBalance();
    earned(OK);
    assertThat(payable()).isEqualTo(SHARE - 4_900);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().amount()).isEqualTo(cad(SHARE - 4_900));
    assertThat(payable()).isZero();
    assertThat(bankGot()).isEqualTo(2 * SHARE - 4_900);
    trade.assertBooksBalance();
  }

  @Test
  void nothing_is_paid_out_while_the_provider_owes_more_than_it_earns() {
    var first = earned(OK);
    var second = earned(OK);
    aDayLater();
    refund(first, 20_000);
    refund(second, 20_000);
    var debt = -payable();
    assertThat(debt).isEqualTo(2 * (SHARE - 1_000));
    earned(OK);

    assertThat(aDayLater()).isZero();
    earned(OK);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().amount()).isEqualTo(cad(2 * SHARE - debt));
    assertThat(payable()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_during_the_transfer_is_taken_back_when_the_transfer_is_known() {
    var booking = earned(OK);
    trade.market.in.gateway.loseNextAnswer();
    aDayLater();
    refund(booking, 5_000);

    recover();
    recover();

    assertThat(bankGot()).isEqualTo(15_700);
    assertThat(payable()).isZero();
    assertThat(atGateway()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void what_was_refunded_meanwhile_is_taken_back_from_a_payout_that_came_back() {
    var booking = earned(PAYOUT_FAILS_AFTER_PAID);
    aDayLater();
    refund(booking, 5_000);
    assertThat(payable()).isEqualTo(-4_900);

    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));
    assertThat(atGateway()).isEqualTo(20_600);
    recover();

    assertThat(atGateway()).isEqualTo(15_700);
    assertThat(payable()).isZero();
    enable(false);
    enable(true);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().amount()).isEqualTo(cad(15_700));
    assertThat(bankGot()).isEqualTo(15_700);
    trade.assertBooksBalance();
  }

  @Test
  void what_could_not_be_taken_back_is_asked_back_with_the_next_payout() {
    var booking = earned(PAYOUT_FAILS_AFTER_PAID);
    aDayLater();
    refund(booking, 5_000);
    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));
    trade.market.in.gateway.loseNextRequest();
    recover();
    trade.market.in.system.advance(PaymentOperation.SAME_KEY);
    recover();
    assertThat(atGateway()).isEqualTo(20_600);
    assertThat(payable()).isEqualTo(-4_900);
    enable(false);
    enable(true);

    assertThat(aDayLater()).isEqualTo(1);
    recover();

    assertThat(bankGot()).isEqualTo(15_700);
    assertThat(atGateway()).isZero();
    assertThat(payable()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void what_is_owed_stays_at_the_gateway_while_it_is_not_taken_back() {
    var booking = earned(PAYOUT_FAILS_AFTER_PAID);
    aDayLater();
    refund(booking, 5_000);
    trade.told(Kind.PAYOUT_CHANGED, sent(payout()));
    enable(false);
    enable(true);

    assertThat(aDayLater()).isEqualTo(1);
    assertThat(payout().amount()).isEqualTo(cad(15_700));
    assertThat(bankGot()).isEqualTo(15_700);
    recover();

    assertThat(atGateway()).isZero();
    assertThat(payable()).isZero();
    trade.assertBooksBalance();
  }
}
