package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/** A refund that somebody has made at the gateway is a refund of the booking. */
class TakeUpRefundTest {

  private static final Stand PAID = new Stand(Phase.CONFIRMED, Whereabouts.HELD);
  private static final Stand GIVEN_BACK = new Stand(Phase.CANCELLED, Whereabouts.REFUNDED);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void the_whole_cancels_the_booking_and_frees_its_time() {
    var booking = booked(OK);

    refundedByHand(booking, 23_600);

    assertThat(trade.stand(booking)).isEqualTo(GIVEN_BACK);
    assertThat(trade.held(booking)).isZero();
    assertThat(trade.market.in.bookings.claimsOf(shop.provider())).isEmpty();
    trade.assertBooksBalance();
  }

  @Test
  void a_part_leaves_the_booking_as_it_is_and_is_counted_once() {
    var booking = booked(OK);

    refundedByHand(booking, 5_000);
    told(booking);
    told(booking);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.held(booking)).isEqualTo(18_600);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(5_000, "CAD"));
    refundedByHand(booking, 600);
    assertThat(trade.held(booking)).isEqualTo(18_000);
    trade.assertBooksBalance();
  }

  @Test
  void what_is_left_after_it_is_given_back_or_paid_out_to_the_cent() {
    var booking = booked(OK);
    refundedByHand(booking, 7_777);
    trade.act(shop.owner(), booking, new Act.Deliver());
    trade.act(client, booking, new Act.Confirm());

    refundedByHand(booking, 1_111);

    var command = new RefundBooking.Command(trade.admin(), booking, Optional.empty(), "All of it.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.REFUNDED));
    assertThat(payment(booking).refunded()).isEqualTo(payment(booking).amount());
    trade.assertBooksBalance();
  }

  @Test
  void it_may_be_told_before_the_payment_that_it_is_of() {
    var booking = booked(TIMEOUT_AFTER_WORK);

    refundedByHand(booking, 23_600);
    told(booking);

    assertThat(trade.stand(booking)).isEqualTo(GIVEN_BACK);
    assertThat(kinds(booking))
        .containsExactly(
            JournalEntry.Kind.CAPTURE, JournalEntry.Kind.REFUND, JournalEntry.Kind.REFUND_PAID);
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_of_ours_is_not_taken_for_another() {
    var booking = booked(REFUND_PENDING);
    refund(booking, 10_000);
    trade.runOperations(booking);

    told(booking);

    var ours = new GatewayReference("re_1");
    trade.market.in.gateway.completeRefund(ours, true);
    trade.told(Kind.REFUND_CHANGED, ours);
    told(booking);
    assertThat(trade.held(booking)).isEqualTo(12_300);
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(11_300, "CAD"));
    trade.assertBooksBalance();
  }

  @Test
  void while_a_refund_of_ours_has_no_answer_it_waits() {
    var booking = booked(OK);
    refund(booking, 10_000);
    trade.market.in.gateway.loseNextAnswer();
    trade.runOperations(booking);

    refundedByHand(booking, 300);
    assertThat(trade.held(booking)).isEqualTo(12_300);
    trade.market.in.system.advance(Duration.ofMinutes(15));
    assertThat(trade.market.recoverOperations.handle()).isEqualTo(1);
    assertThat(trade.market.processGatewayEvents.handle()).isEqualTo(1);

    assertThat(trade.held(booking)).isEqualTo(12_000);
    trade.assertBooksBalance();
  }

  @Test
  void it_goes_before_a_refund_of_ours_that_then_comes_to_nothing() {
    var booking = booked(OK);
    refund(booking, 20_000);
    trade.market.in.gateway.refundByHand(payment(booking).reference(), Money.of(23_600, "CAD"));

    told(booking);
    trade.runOperations(booking);
    trade.market.in.system.advance(Duration.ofMinutes(15));
    assertThat(trade.market.processGatewayEvents.handle()).isEqualTo(1);

    assertThat(trade.stand(booking)).isEqualTo(GIVEN_BACK);
    trade.assertBooksBalance();
  }

  private BookingId booked(PaymentMethod method) {
    return trade.booked(client, shop, method);
  }

  private void refund(BookingId booking, long minor) {
    var part = Optional.of(Money.of(minor, "CAD"));
    assertThat(
            trade.market.refundBooking.handle(
                new RefundBooking.Command(shop.owner(), booking, part, "A gesture.")))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
  }

  private void refundedByHand(BookingId booking, long minor) {
    trade.market.in.gateway.refundByHand(payment(booking).reference(), Money.of(minor, "CAD"));
    told(booking);
  }

  private void told(BookingId booking) {
    trade.told(Kind.PAYMENT_CHANGED, payment(booking).reference());
  }

  private PaymentView payment(BookingId booking) {
    return trade.market.in.gateway.findPayment(OperationKey.capture(booking))
            instanceof Outcome.Done<Optional<PaymentView>>(var view, _)
        ? view.orElseThrow()
        : fail();
  }

  private static PaymentView fail() {
    throw new AssertionError("the gateway does not answer");
  }

  private List<JournalEntry.Kind> kinds(BookingId booking) {
    return trade.market.in.ledger.linesOf(booking).stream()
        .map(PostedLine::kind)
        .distinct()
        .toList();
  }
}
