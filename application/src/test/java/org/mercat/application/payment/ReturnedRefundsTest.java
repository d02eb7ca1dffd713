package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Money;

/** Refunds of a booking of 200.00, 26.00 tax and 10.00 tip that the client's bank sends back. */
class ReturnedRefundsTest {

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void the_money_is_held_again_and_the_client_is_owed_it() {
    var booking = trade.booked(client, shop, OK);
    refund(booking, Optional.empty());
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isZero();

    comesBack(booking, 1);
    comesBack(booking, 1);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertThat(trade.held(booking)).isEqualTo(23_600);
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(23_600);
    assertThat(trade.market.in.payments.find(booking).orElseThrow().owed().total())
        .isEqualTo(cad(23_600));
    trade.assertBooksBalance();

    refund(booking, Optional.empty());

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isZero();
    assertThat(differences()).isEmpty();
    trade.assertBooksBalance();
  }

  @Test
  void after_the_release_the_provider_has_it_again_until_it_is_repeated() {
    var booking = trade.booked(client, shop, OK);
    trade.deliverAndConfirm(shop, client, booking);
    refund(booking, Optional.of(cad(5_000)));
    var kept = trade.balance(Account.provider(shop.provider()));

    comesBack(booking, 1);

    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-20_600);
    trade.assertBooksBalance();
    refund(booking, Optional.of(cad(5_000)));
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(kept);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(cad(5_650));
    assertThat(differences()).isEmpty();
    trade.assertBooksBalance();
  }

  @Test
  void a_payout_that_came_back_unheard_is_found_by_reading_it_again() {
    var booking = trade.booked(client, shop, OK);
    trade.deliverAndConfirm(shop, client, booking);
    trade.market.in.market.advance(Duration.ofDays(1));
    assertThat(trade.market.runPayouts.handle()).isEqualTo(1);
    var payout = trade.market.in.payouts.all().getLast();
    assertThat(trade.market.watchPayouts.handle()).isZero();
    var key = OperationKey.payOut(payout.id());

    trade.market.in.system.advance(Duration.ofDays(4));
    trade.market.in.gateway.completePayout(reference(key), false);

    assertThat(trade.market.watchPayouts.handle()).isEqualTo(1);
    assertThat(trade.market.watchPayouts.handle()).isZero();
    assertThat(trade.balance(Account.connectBalance(shop.provider()))).isEqualTo(20_600);
    assertThat(trade.market.in.plans.find(shop.provider()).orElseThrow().paused()).isTrue();
    trade.assertBooksBalance();
  }

  private void refund(BookingId booking, Optional<Money> service) {
    var command = new RefundBooking.Command(trade.admin(), booking, service, "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
  }

  private void comesBack(BookingId booking, int number) {
    var refund = trade.market.in.gateway.findRefund(OperationKey.refund(booking, number));
    var reference = refund.required().orElseThrow().reference();
    trade.market.in.gateway.completeRefund(reference, false);
    trade.told(Kind.REFUND_CHANGED, reference);
  }

  private GatewayReference reference(OperationKey key) {
    var state = trade.market.in.operations.find(key).orElseThrow().state();
    return Trade.as(State.Done.class, state).reference();
  }

  private List<Discrepancy> differences() {
    var today = LocalDate.ofInstant(trade.market.in.system.instant(), ZoneOffset.UTC);
    var outcome = trade.market.reconcileDay.handle(new ReconcileDay.Command(trade.admin(), today));
    return Trade.as(ReconcileDay.Outcome.Compared.class, outcome).found();
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
