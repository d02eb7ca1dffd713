package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;

import java.time.Duration;
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
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.shared.Money;

/** A release waits until all that the client is to get back has arrived. */
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
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));

    completeRefund(booking, 1, true);

    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-2_250);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-15_700);
    trade.assertBooksBalance();
  }

  @Test
  void what_the_client_is_owed_after_a_refund_that_failed_is_not_released() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);

    completeRefund(booking, 1, false);

    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    assertThat(trade.held(booking)).isEqualTo(23_600);
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OWED));
    assertThat(trade.held(booking)).isEqualTo(23_600);
    trade.assertBooksBalance();
  }

  @Test
  void a_booking_that_is_done_after_a_refund_has_failed_waits_for_it_as_well() {
    var booking = refunding(REFUND_PENDING);
    completeRefund(booking, 1, false);

    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    assertThat(trade.held(booking)).isEqualTo(23_600);
  }

  @Test
  void a_refund_that_is_repeated_gives_back_what_is_owed_and_releases_the_rest() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);
    completeRefund(booking, 1, false);

    refund(trade.admin(), booking, Optional.empty());
    trade.runOperations(booking);
    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    completeRefund(booking, 2, true);

    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(5_650, "CAD"));
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-15_700);
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE));
    trade.assertBooksBalance();
  }

  @Test
  void a_part_of_what_is_owed_leaves_the_other_part_owed() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);
    completeRefund(booking, 1, false);

    refund(trade.admin(), booking, Optional.of(Money.of(2_000, "CAD")));
    trade.runOperations(booking);
    completeRefund(booking, 2, true);
    assertThat(trade.stand(booking)).isEqualTo(WAITS);
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OWED));

    refund(trade.admin(), booking, Optional.empty());
    trade.runOperations(booking);
    completeRefund(booking, 3, true);
    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(5_650, "CAD"));
    trade.assertBooksBalance();
  }

  @Test
  void what_is_due_and_owed_to_nobody_is_released() {
    var booking = refunding(REFUND_PENDING);
    trade.deliverAndConfirm(shop, client, booking);
    completeRefund(booking, 1, false);
    withoutDebt(booking);

    assertThat(released(booking)).isEqualTo(new Outcome.Released(booking));

    assertThat(trade.stand(booking)).isEqualTo(RELEASED);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-20_600);
    trade.assertBooksBalance();
  }

  @Test
  void what_has_to_go_back_whole_is_never_due_to_the_provider() {
    var booking = trade.booked(client, shop, REFUND_FAILS);
    trade.act(shop.owner(), booking, new Act.Cancel("Ill."));
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OWED));

    refund(trade.admin(), booking, Optional.empty());
    assertThat(trade.runOperations(booking))
        .isEqualTo(new SettleOperation.Outcome.Failed(FailureCode.REJECTED));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.HELD));
    assertThat(trade.market.in.operations.find(OperationKey.refund(booking, 2))).isPresent();
    trade.assertBooksBalance();
  }

  @Test
  void after_a_late_cancellation_the_client_gets_the_part_that_failed_before_the_provider() {
    var booking = trade.booked(client, shop, REFUND_PENDING);
    trade.market.in.market.set(Trade.TUESDAY.minus(Duration.ofHours(30)));
    trade.act(client, booking, new Act.Cancel("Ill."));
    completeRefund(booking, 1, false);
    assertThat(released(booking)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OWED));

    refund(shop.owner(), booking, Optional.empty());
    trade.runOperations(booking);
    completeRefund(booking, 2, true);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.RELEASED));
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(12_300, "CAD"));
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-9_800);
    trade.assertBooksBalance();
  }

  @Test
  void a_cancellation_gives_back_no_less_than_what_is_owed_from_before() {
    var booking = refunding(REFUND_PENDING);
    completeRefund(booking, 1, false);
    trade.market.in.market.set(Trade.TUESDAY.minusSeconds(60));

    trade.act(client, booking, new Act.Cancel("Ill."));
    completeRefund(booking, 2, true);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.RELEASED));
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(6_650, "CAD"));
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
    assertThat(released(trade.booked(client, shop, OK)))
        .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE));
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

  /** As if the client had been paid by other means. */
  private void withoutDebt(BookingId booking) {
    var owing = trade.market.in.payments.find(booking).orElseThrow();
    trade.market.in.payments.update(
        new Payment(
            owing.charge(),
            owing.money(),
            owing.reference(),
            owing.refunded(),
            owing.charge().nothing(),
            owing.refunds(),
            owing.outcomeUnknown(),
            owing.releaseUnder(),
            owing.contest(),
            owing.version()));
  }

  private void completeRefund(BookingId booking, int number, boolean succeeds) {
    var key = OperationKey.refund(booking, number);
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
