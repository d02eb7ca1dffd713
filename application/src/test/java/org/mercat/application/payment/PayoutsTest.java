package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.shared.Money;

/** Payouts of bookings of 200.00, 26.00 tax and 10.00 tip, of which 206.00 are the provider's. */
class PayoutsTest {

  private static final long SHARE = 20_600;

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();
  private int days;

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

    assertThat(payable() + atGateway() + bankGot()).isEqualTo(SHARE - 4_900);
    trade.assertBooksBalance();
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

  /** For another day each time: a provider does one thing at a time. */
  @CanIgnoreReturnValue
  private BookingId earned(PaymentMethod method) {
    var order = Order.of(client, shop).tipped(1_000).paidWith(method);
    var booking = trade.booked(order.at(Trade.TUESDAY.plus(Duration.ofDays(days))).command());
    days++;
    trade.deliverAndConfirm(shop, client, booking);
    return booking;
  }

  @CanIgnoreReturnValue
  private int aDayLater() {
    trade.market.in.market.advance(Duration.ofDays(1));
    return trade.market.runPayouts.handle();
  }

  private void recover() {
    trade.market.in.system.advance(PaymentOperation.LEASE);
    assertThat(trade.market.recoverOperations.handle()).isPositive();
  }

  private void refund(BookingId booking, long amount) {
    var command =
        new RefundBooking.Command(shop.owner(), booking, Optional.of(cad(amount)), "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
  }

  private void schedule(PayoutSchedule schedule) {
    var plans = trade.market.in.plans;
    plans.update(plan().set(schedule, trade.market.in.market.instant()).plan());
  }

  private void enable(boolean enabled) {
    trade.market.in.gateway.enable(account(), enabled);
    trade.told(Kind.PAYEE_CHANGED, account());
  }

  private GatewayReference account() {
    return trade.market.in.payees.find(shop.provider()).flatMap(it -> it.reference()).orElseThrow();
  }

  private PayoutPlan plan() {
    return trade.market.in.plans.find(shop.provider()).orElseThrow();
  }

  private Payout payout() {
    return trade.market.in.payouts.all().getLast();
  }

  private GatewayReference sent(Payout payout) {
    return Trade.as(State.Paid.class, payout.state()).reference();
  }

  private GatewayReference sentOrWaiting(Payout payout) {
    var state =
        trade.market.in.operations.find(OperationKey.payOut(payout.id())).orElseThrow().state();
    return state instanceof PaymentOperation.State.Waiting(_, var reference, _)
        ? reference
        : Trade.as(PaymentOperation.State.Done.class, state).reference();
  }

  private static Optional<FailureCode> failure(Payout payout) {
    return payout.state() instanceof State.Failed(_, var why) ? Optional.of(why) : Optional.empty();
  }

  /** What the provider is owed; below zero what it owes. */
  private long payable() {
    return -trade.balance(Account.provider(shop.provider()));
  }

  /** What the provider has in its account there, by our books and by the gateway's. */
  private long atGateway() {
    var ours = trade.balance(Account.connectBalance(shop.provider()));
    assertThat(trade.market.in.gateway.balance(account(), "CAD")).isEqualTo(cad(ours));
    return ours;
  }

  private long bankGot() {
    return List.copyOf(trade.market.in.payouts.all()).stream()
        .filter(payout -> payout.state() instanceof State.Paid)
        .mapToLong(payout -> payout.amount().minor())
        .sum();
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
