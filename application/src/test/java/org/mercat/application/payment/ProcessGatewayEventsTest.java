package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.ReceiveGatewayEvent.Outcome;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** An event is a hint: however often and in whatever order it comes, the end is the same. */
class ProcessGatewayEventsTest {

  private static final Stand PAID = new Stand(Phase.CONFIRMED, Whereabouts.HELD);
  private static final GatewayReference NOWHERE = new GatewayReference("pay_of_somebody_else");

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void an_event_tells_what_a_lost_answer_did_not() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);

    trade.told(Kind.PAYMENT_CHANGED, payment(booking));

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.held(booking)).isEqualTo(23_600);
  }

  @Test
  void the_same_event_is_kept_once_and_the_same_news_changes_nothing() {
    var booking = trade.booked(client, shop, OK);
    var message = message("twice", Kind.PAYMENT_CHANGED, payment(booking));

    assertThat(trade.received(message)).isEqualTo(Outcome.KEPT);
    assertThat(trade.received(message)).isEqualTo(Outcome.DUPLICATE);
    assertThat(processed()).isEqualTo(1);
    trade.told(Kind.PAYMENT_CHANGED, payment(booking));

    assertThat(processed()).isZero();
    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.held(booking)).isEqualTo(23_600);
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_told_before_its_payment_ends_like_any_other() {
    var booking = trade.booked(client, shop, OK);
    var payment = payment(booking);
    var command =
        new RefundBooking.Command(
            shop.owner(), booking, Optional.of(Money.of(20_000, "CAD")), "Closed.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.market.in.gateway.loseNextAnswer();
    trade.runOperations(booking);
    var view = trade.market.in.gateway.findRefund(OperationKey.refund(booking, 1));
    var refund = view(view).orElseThrow().reference();

    trade.told(Kind.REFUND_CHANGED, refund);
    trade.told(Kind.PAYMENT_CHANGED, payment);
    trade.told(Kind.REFUND_CHANGED, refund);

    assertThat(trade.stand(booking)).isEqualTo(PAID);
    assertThat(trade.held(booking)).isEqualTo(1_000);
    trade.assertBooksBalance();
  }

  @Test
  void what_nobody_asked_for_is_tried_again_and_set_aside_in_the_end() {
    assertThat(trade.received(message("odd", Kind.PAYMENT_CHANGED, NOWHERE)))
        .isEqualTo(Outcome.KEPT);

    for (var pause : GatewayInbox.PAUSES) {
      assertThat(processed()).isEqualTo(1);
      assertThat(processed()).isZero();
      trade.market.in.system.advance(pause);
    }
    assertThat(processed()).isEqualTo(1);

    trade.market.in.system.advance(Duration.ofDays(9));
    assertThat(processed()).isZero();
  }

  @Test
  void a_gateway_that_does_not_answer_lets_no_event_die() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    assertThat(trade.received(message("late", Kind.PAYMENT_CHANGED, payment(booking))))
        .isEqualTo(Outcome.KEPT);

    for (var time = 0; time < 3 * GatewayInbox.TRIES; time++) {
      assertThat(ofSilent().handle()).isEqualTo(1);
      trade.market.in.system.advance(Duration.ofMinutes(1));
    }

    assertThat(processed()).isEqualTo(1);
    assertThat(trade.stand(booking)).isEqualTo(PAID);
  }

  @Test
  void a_payment_under_a_key_that_is_not_ours_changes_nothing() {
    var strange = OperationKey.capture(new BookingId(UUID.randomUUID()));
    var made = trade.market.in.gateway.capture(strange, Money.of(100, "CAD"), OK);
    assertThat(trade.received(message("other", Kind.PAYMENT_CHANGED, view(made).reference())))
        .isEqualTo(Outcome.KEPT);

    assertThat(processed()).isEqualTo(1);

    assertThat(trade.market.in.payments.find(strange.booking())).isEmpty();
    trade.market.in.system.advance(Duration.ofSeconds(10));
    assertThat(processed()).isEqualTo(1);
  }

  @Test
  void one_bad_message_does_not_keep_the_others_from_their_end() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    var bad = new Message("sandbox", "bad", Kind.PAYMENT_CHANGED, Optional.empty(), "{}");
    assertThat(trade.received(bad)).isEqualTo(Outcome.KEPT);

    trade.told(Kind.PAYMENT_CHANGED, payment(booking));

    assertThat(trade.stand(booking)).isEqualTo(PAID);
  }

  @Test
  void many_events_are_acted_on_in_one_go() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);
    for (var number = 0; number < 120; number++) {
      var message = message("evt_many_" + number, Kind.PAYMENT_CHANGED, payment(booking));
      assertThat(trade.received(message)).isEqualTo(Outcome.KEPT);
    }

    assertThat(processed()).isEqualTo(120);

    assertThat(processed()).isZero();
    assertThat(trade.stand(booking)).isEqualTo(PAID);
  }

  @Test
  void no_more_is_tried_while_nothing_can_be_done() {
    for (var number = 0; number < 120; number++) {
      var message = message("evt_odd_" + number, Kind.PAYMENT_CHANGED, NOWHERE);
      assertThat(trade.received(message)).isEqualTo(Outcome.KEPT);
    }

    assertThat(processed()).isEqualTo(50);
  }

  @Test
  void what_is_of_no_interest_is_kept_and_left() {
    assertThat(trade.received(message("noise", Kind.IGNORED, NOWHERE))).isEqualTo(Outcome.KEPT);

    assertThat(processed()).isZero();
  }

  /** The same with a gateway that answers nothing. */
  private ProcessGatewayEvents ofSilent() {
    var in = trade.market.in;
    var silent =
        (PaymentGateway)
            Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (_, _, _) -> new PaymentGateway.Outcome.Unknown<>("silent"));
    return new ProcessGatewayEvents(
        in.inbox,
        silent,
        in.gateway.payers(),
        trade.market.settleOperation,
        new TakeUpRefund(
            in.payments,
            in.operations,
            trade.market.recordPayment,
            in.unitOfWork,
            in.market,
            in.system),
        new SeePayee(in.payees, silent, in.outbox, in.unitOfWork, in.market),
        trade.market.followDispute,
        in.unitOfWork,
        in.system);
  }

  private int processed() {
    return trade.market.processGatewayEvents.handle();
  }

  private GatewayReference payment(BookingId booking) {
    var found = trade.market.in.gateway.findPayment(OperationKey.capture(booking));
    return view(found).orElseThrow().reference();
  }

  private static <T> T view(PaymentGateway.Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(PaymentGateway.Outcome.Done.class);
    return ((PaymentGateway.Outcome.Done<T>) outcome).value();
  }

  private static Message message(String event, Kind kind, GatewayReference object) {
    return new Message("sandbox", event, kind, Optional.of(object.value()), "{}");
  }
}
