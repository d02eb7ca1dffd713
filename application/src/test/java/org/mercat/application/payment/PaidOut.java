package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.shared.Money;

/** Payouts of bookings of 200.00, 26.00 tax and 10.00 tip, of which 206.00 are the provider's. */
abstract class PaidOut {

  static final long SHARE = 20_600;

  final Trade trade = new Trade();
  final Shop shop = trade.shop(Offers.PORTRAIT);
  final Caller client = trade.client();
  private int days;

  /** For another day each time: a provider does one thing at a time. */
  @CanIgnoreReturnValue
  BookingId earned(PaymentMethod method) {
    var order = Order.of(client, shop).tipped(1_000).paidWith(method);
    var booking = trade.booked(order.at(Trade.TUESDAY.plus(Duration.ofDays(days))).command());
    days++;
    trade.deliverAndConfirm(shop, client, booking);
    return booking;
  }

  @CanIgnoreReturnValue
  int aDayLater() {
    trade.market.in.market.advance(Duration.ofDays(1));
    return trade.market.runPayouts.handle();
  }

  void recover() {
    trade.market.in.system.advance(PaymentOperation.LEASE);
    assertThat(trade.market.recoverOperations.handle()).isPositive();
  }

  void refund(BookingId booking, long amount) {
    var command =
        new RefundBooking.Command(shop.owner(), booking, Optional.of(cad(amount)), "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
  }

  void schedule(PayoutSchedule schedule) {
    var plans = trade.market.in.plans;
    plans.update(plan().set(schedule, trade.market.in.market.instant()).plan());
  }

  void enable(boolean enabled) {
    trade.market.in.gateway.enable(account(), enabled);
    trade.told(Kind.PAYEE_CHANGED, account());
  }

  /** As when the event of it gets lost. */
  void enableUnheard(boolean enabled) {
    trade.market.in.gateway.enable(account(), enabled);
  }

  LiftPause.Outcome liftPause(Caller caller) {
    return trade.market.liftPause.handle(new LiftPause.Command(caller, shop.provider()));
  }

  GatewayReference account() {
    return trade.market.in.payees.find(shop.provider()).flatMap(it -> it.reference()).orElseThrow();
  }

  PayoutPlan plan() {
    return trade.market.in.plans.find(shop.provider()).orElseThrow();
  }

  Payout payout() {
    return trade.market.in.payouts.all().getLast();
  }

  GatewayReference sent(Payout payout) {
    return Trade.as(State.Paid.class, payout.state()).reference();
  }

  GatewayReference sentOrWaiting(Payout payout) {
    var state =
        trade.market.in.operations.find(OperationKey.payOut(payout.id())).orElseThrow().state();
    return state instanceof PaymentOperation.State.Waiting(_, var reference, _)
        ? reference
        : Trade.as(PaymentOperation.State.Done.class, state).reference();
  }

  static Optional<FailureCode> failure(Payout payout) {
    return payout.state() instanceof State.Failed(_, var why) ? Optional.of(why) : Optional.empty();
  }

  /** What the provider is owed; below zero what it owes. */
  long payable() {
    return -trade.balance(Account.provider(shop.provider()));
  }

  /** What the provider has in its account there, by our books and by the gateway's. */
  long atGateway() {
    var ours = trade.balance(Account.connectBalance(shop.provider()));
    assertThat(trade.market.in.gateway.balance(account(), "CAD")).isEqualTo(cad(ours));
    return ours;
  }

  long bankGot() {
    return List.copyOf(trade.market.in.payouts.all()).stream()
        .filter(payout -> payout.state() instanceof State.Paid)
        .mapToLong(payout -> payout.amount().minor())
        .sum();
  }

  static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
