package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.ReleasePayout.Outcome;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.shared.Money;

/** A release waits for the refund before it; when that fails, an administrator decides. */
class ReleasePayoutTest {

  private static final Stand WAITS = new Stand(Phase.COMPLETED, Whereabouts.HELD);
  private static final Stand RELEASED = new Stand(Phase.COMPLETED, Whereabouts.RELEASED);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void a_release_waits_until_the_refund_under_way_has_arrived() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);
    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    assertThat(released(booking)).isEqualTo(new Outcome.NotDue());

    completeRefund(booking, true);

    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-2_250);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-15_700);
    trade.assertBooksBalance();
  }

  @Test
  void after_a_refund_that_failed_an_administrator_releases_what_is_due() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);

    completeRefund(booking, false);
    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    assertThat(trade.held(booking)).isEqualTo(23_600);

    assertThat(released(booking)).isEqualTo(new Outcome.Released(booking));
    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-20_600);
    assertThat(released(booking)).isEqualTo(new Outcome.NotDue());
    trade.assertBooksBalance();
  }

  @Test
  void what_has_to_go_back_whole_is_never_due_to_the_provider() {
    var booking = trade.booked(client, shop, REFUND_FAILS);
    trade.act(shop.owner(), booking, new Act.Cancel("Ill."));
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertThat(released(booking)).isEqualTo(new Outcome.NotDue());

    refund(trade.admin(), booking, Optional.empty());
    assertThat(trade.runOperations(booking))
        .isEqualTo(new SettleOperation.Outcome.Failed(FailureCode.REJECTED));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertThat(trade.market.in.operations.find(OperationKey.refund(booking, 2))).isPresent();
    trade.assertBooksBalance();
  }

  @Test
  void a_booking_that_was_called_off_late_is_released_after_its_refund_has_failed() {
    var booking = trade.booked(client, shop, REFUND_FAILS);
    trade.market.in.market.set(Trade.TUESDAY.minusSeconds(60));
    trade.act(client, booking, new Act.Cancel("Ill."));
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));

    assertThat(released(booking)).isEqualTo(new Outcome.Released(booking));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.RELEASED));
    trade.assertBooksBalance();
  }

  @Test
  void there_is_one_refund_at_a_time() {
    var booking = refunding(REFUND_PENDING);
    var again = new RefundBooking.Command(trade.admin(), booking, Optional.empty(), "More.");

    assertThat(trade.market.refundBooking.handle(again))
        .isEqualTo(new RefundBooking.Outcome.Refused(Refusal.OUTCOME_UNKNOWN));
  }

  @Test
  void nothing_is_due_before_the_client_has_confirmed() {
    assertThat(released(trade.booked(client, shop, OK))).isEqualTo(new Outcome.NotDue());
  }

  @Test
  void only_administrators_release() {
    var booking = trade.booked(client, shop, OK);

    assertThat(released(shop.owner(), booking)).isEqualTo(new Outcome.Forbidden());
    assertThat(released(new BookingId(UUID.randomUUID()))).isEqualTo(new Outcome.NotFound());
  }

  private BookingId refunding(PaymentMethod method) {
    var booking = trade.booked(client, shop, method);
    refund(shop.owner(), booking, Optional.of(Money.of(5_000, "CAD")));
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Open());
    return booking;
  }

  private void refund(Caller caller, BookingId booking, Optional<Money> amount) {
    var command = new RefundBooking.Command(caller, booking, amount, "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
  }

  private void completeRefund(BookingId booking, boolean succeeds) {
    var key = OperationKey.refund(booking, 1);
    var state = trade.market.in.operations.find(key).orElseThrow().state();
    var refund = Trade.as(PaymentOperation.State.Waiting.class, state).reference();
    trade.market.in.gateway.completeRefund(refund, succeeds);
    trade.told(Kind.REFUND_CHANGED, refund);
  }

  private Outcome released(BookingId booking) {
    return released(trade.admin(), booking);
  }

  private Outcome released(Caller caller, BookingId booking) {
    return trade.market.releasePayout.handle(new ReleasePayout.Command(caller, booking));
  }
}
