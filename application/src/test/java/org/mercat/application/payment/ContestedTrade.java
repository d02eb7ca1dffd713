package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.InMemoryDisputes;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackEvent;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/**
 * Portraits of 200.00 with 26.00 HST and a tip of 10.00; the fee is 15 %: 30.00 (PAYMENTS 4, C).
 */
abstract class ContestedTrade {

  static final long PAID = 23_600;
  static final long SHARE = 20_600;
  static final long FEE = 3_000;
  static final long DISPUTE_FEE = 1_500;

  final Trade trade = new Trade();
  final Shop shop = trade.shop(Offers.PORTRAIT);
  final Caller client = trade.client();
  final InMemoryDisputes bank = trade.market.in.gateway.disputes();
  private int days;

  record Balances(long disputed, long fees, long providerOwes, long revenue) {}

  final Balances balances() {
    return new Balances(
        trade.balance(Account.DISPUTES_HELD),
        trade.balance(Account.DISPUTE_FEES),
        owes(),
        trade.balance(Account.PLATFORM_REVENUE));
  }

  final long owes() {
    return trade.balance(Account.provider(shop.provider()));
  }

  final BookingId booked() {
    return booked(OK);
  }

  final BookingId booked(PaymentMethod method) {
    var order = Order.of(client, shop).tipped(1_000).paidWith(method);
    var booking = trade.booked(order.at(Trade.TUESDAY.plus(Duration.ofDays(days))).command());
    days++;
    return booking;
  }

  final BookingId earned() {
    var booking = booked();
    trade.deliverAndConfirm(shop, client, booking);
    return booking;
  }

  final GatewayReference reference(BookingId booking) {
    return payment(booking).reference().orElseThrow();
  }

  final Payment payment(BookingId booking) {
    return trade.market.in.payments.find(booking).orElseThrow();
  }

  final Chargeback chargeback() {
    return trade.market.in.chargebacks.all().getLast();
  }

  final GatewayReference contested(BookingId booking, long amount) {
    var dispute = bank.contest(reference(booking), cad(amount));
    told(dispute);
    assertThat(payment(booking).contest().isOpen()).isTrue();
    return dispute;
  }

  final void ended(GatewayReference dispute, boolean won) {
    bank.end(dispute, won);
    told(dispute);
  }

  final void told(GatewayReference dispute) {
    trade.told(Kind.DISPUTE_CHANGED, dispute);
  }

  final void refund(BookingId booking, long amount) {
    assertThat(refunded(booking, Optional.of(cad(amount))))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
  }

  final RefundBooking.Outcome refunded(BookingId booking, Optional<Money> amount) {
    return trade.market.refundBooking.handle(
        new RefundBooking.Command(shop.owner(), booking, amount, "A gesture."));
  }

  final ReleasePayout.Outcome released(BookingId booking) {
    return trade.market.releasePayout.handle(new ReleasePayout.Command(trade.admin(), booking));
  }

  final void policy(ChargebackPolicy policy) {
    var command = new SetChargebackPolicy.Command(trade.admin(), policy);
    assertThat(trade.market.chargebacks.setPolicy.handle(command))
        .isEqualTo(new SetChargebackPolicy.Outcome.Set(policy));
  }

  final List<ChargebackEvent> events() {
    return trade.market.in.outbox.events().stream()
        .filter(ChargebackEvent.class::isInstance)
        .map(ChargebackEvent.class::cast)
        .toList();
  }

  final List<Discrepancy> differences() {
    var day = trade.market.in.system.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    var outcome = trade.market.reconcileDay.handle(new ReconcileDay.Command(trade.admin(), day));
    return Trade.as(ReconcileDay.Outcome.Compared.class, outcome).found();
  }

  final void anHourLater() {
    trade.market.in.system.advance(Duration.ofHours(1));
    assertThat(trade.market.chargebacks.refresh.handle()).isNotNegative();
  }

  @CanIgnoreReturnValue
  final int aDayLater() {
    trade.market.in.market.advance(Duration.ofDays(1));
    return trade.market.runPayouts.handle();
  }

  static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
