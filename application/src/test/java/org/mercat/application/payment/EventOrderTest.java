package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/**
 * The events of one booking in a thousand orders, each up to five times: no answer of the gateway
 * has ever come, so they alone tell of the payment, of a refund of ours that a bank has taken its
 * time for, and of refunds by hand before and after. In the end all is the same, to the cent.
 */
class EventOrderTest {

  private static final int ORDERS = 1_000;

  @Test
  void in_whatever_order_events_come_the_end_is_the_same() {
    var expected = new Story(new Random(-1)).told();

    for (var seed = 0; seed < ORDERS; seed++) {
      assertThat(new Story(new Random(seed)).told()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static final class Story {

    private final Random dice;
    private final Trade trade = new Trade();
    private final Shop shop = trade.shop(Offers.PORTRAIT);
    private final BookingId booking;
    private int events;

    private Story(Random dice) {
      this.dice = dice;
      var order = Order.of(trade.client(), shop).tipped(1_000);
      var command = order.paidWith(InMemoryPaymentGateway.REFUND_PENDING).command();
      var outcome = trade.market.placeBooking.handle(command);
      this.booking = Trade.as(PlaceBooking.Outcome.Placed.class, outcome).booking();
    }

    private List<String> told() {
      var gateway = trade.market.in.gateway;
      loseAnswer();
      var payment = reference(gateway.findPayment(OperationKey.capture(booking)));
      gateway.refundByHand(payment, Money.of(300, "CAD"));
      var deck = new ArrayList<Message>();
      add(deck, Kind.PAYMENT_CHANGED, payment);
      add(deck, Kind.PAYMENT_CHANGED, payment);
      Collections.shuffle(deck, dice);
      tell(deck.removeFirst());
      assertThat(trade.market.processGatewayEvents.handle()).isNotNegative();

      refund();
      loseAnswer();
      var refund = reference(gateway.findRefund(OperationKey.refund(booking, 2)));
      add(deck, Kind.REFUND_CHANGED, refund);
      gateway.completeRefund(refund, true);
      gateway.refundByHand(payment, Money.of(1_000, "CAD"));
      add(deck, Kind.REFUND_CHANGED, refund);
      add(deck, Kind.PAYMENT_CHANGED, payment);
      Collections.shuffle(deck, dice);
      deck.forEach(this::tell);
      for (var round = 0; round < 5; round++) {
        trade.market.in.system.advance(Duration.ofMinutes(15));
        assertThat(trade.market.processGatewayEvents.handle()).isNotNegative();
      }
      assertThat(trade.market.processGatewayEvents.handle()).isZero();
      trade.assertBooksBalance();
      assertThat(refundedAtGateway()).isEqualTo(trade.details(booking).view().refunded());
      return picture();
    }

    /** The gateway does what it is asked for, and we never hear of it. */
    private void loseAnswer() {
      trade.market.in.gateway.loseNextAnswer();
      assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Open());
    }

    private void refund() {
      var part = Optional.of(Money.of(10_000, "CAD"));
      assertThat(
              trade.market.refundBooking.handle(
                  new RefundBooking.Command(shop.owner(), booking, part, "A gesture.")))
          .isEqualTo(new RefundBooking.Outcome.Started(booking));
    }

    private void add(List<Message> deck, Kind kind, GatewayReference object) {
      events++;
      var name = Optional.of(object.value());
      var message = new Message("sandbox", "order_" + events, kind, name, "{}");
      for (var times = dice.nextInt(1, 6); times > 0; times--) {
        deck.add(message);
      }
    }

    private void tell(Message message) {
      assertThat(trade.received(message)).isNotNull();
      if (dice.nextInt(3) == 0) {
        trade.market.in.system.advance(Duration.ofSeconds(dice.nextInt(20)));
        assertThat(trade.market.processGatewayEvents.handle()).isNotNegative();
      }
    }

    private Money refundedAtGateway() {
      return trade.market.in.gateway.findPayment(OperationKey.capture(booking))
              instanceof Outcome.Done<Optional<PaymentView>>(var view, _)
          ? view.orElseThrow().refunded()
          : Money.of(0, "CAD");
    }

    private List<String> picture() {
      var picture = new ArrayList<String>();
      picture.add(trade.stand(booking).toString());
      picture.add(trade.details(booking).view().refunded() + " refunded");
      trade.market.in.ledger.linesOf(booking).stream()
          .map(line -> line.kind() + " " + part(line.account().name()) + " " + line.amount())
          .sorted()
          .forEach(picture::add);
      return picture;
    }

    private static String part(String account) {
      return account.substring(account.lastIndexOf(':') + 1);
    }

    private static <V extends View> GatewayReference reference(Outcome<Optional<V>> found) {
      return found instanceof Outcome.Done<Optional<V>>(var view, _)
          ? view.orElseThrow().reference()
          : new GatewayReference("no answer");
    }
  }
}
