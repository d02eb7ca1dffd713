package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.RefundBooking.Outcome;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.shared.Money;

/** Refunds of a booking of 200.00, 26.00 tax and 10.00 tip. */
class RefundBookingTest {

  private static final Stand HELD = new Stand(Phase.CONFIRMED, Whereabouts.HELD);

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void a_part_goes_back_with_its_tax_and_the_fee_is_on_what_is_kept() {
    var booking = trade.booked(client, shop, OK);

    refund(shop.owner(), booking, cad(5_000));
    assertThat(trade.stand(booking)).isEqualTo(HELD);
    assertThat(trade.held(booking)).isEqualTo(23_600 - 5_650);
    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-2_250);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-(17_950 - 2_250));
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(5_650, "CAD"));
    trade.assertBooksBalance();
  }

  @Test
  void a_refund_of_the_whole_cancels_the_booking_and_frees_its_time() {
    var booking = trade.booked(client, shop, OK);

    refund(trade.admin(), booking, Optional.empty());

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isZero();
    assertThat(trade.stand(trade.booked(trade.client(), shop, OK))).isEqualTo(HELD);
    trade.assertBooksBalance();
  }

  @Test
  void the_rest_goes_back_after_parts_of_it() {
    var booking = trade.booked(client, shop, OK);

    refund(shop.owner(), booking, cad(3_333));
    refund(shop.owner(), booking, cad(3_334));
    refund(shop.owner(), booking, Optional.empty());

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CANCELLED, Whereabouts.REFUNDED));
    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(23_600, "CAD"));
    trade.assertBooksBalance();
  }

  @Test
  void a_cancellation_gives_back_what_is_not_back_yet() {
    var booking = trade.booked(client, shop, OK);
    refund(shop.owner(), booking, cad(5_000));

    trade.market.in.market.set(Trade.TUESDAY.minus(Duration.ofHours(30)));
    trade.act(client, booking, new Act.Cancel("Rain."));

    assertThat(trade.details(booking).view().refunded()).isEqualTo(Money.of(12_300, "CAD"));
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-9_800);
    trade.assertBooksBalance();
  }

  @Test
  void no_more_goes_back_than_is_left() {
    var booking = trade.booked(client, shop, OK);
    refund(shop.owner(), booking, cad(15_000));

    assertThat(tried(shop.owner(), booking, cad(5_001)))
        .isEqualTo(new Outcome.Refused(Refusal.REFUND_EXCEEDS_REMAINING));
  }

  @Test
  void a_client_gets_money_back_by_cancelling_only() {
    var booking = trade.booked(client, shop, OK);

    assertThat(tried(client, booking, cad(1_000))).isEqualTo(new Outcome.Forbidden());
  }

  @Test
  void nobody_refunds_the_bookings_of_others() {
    var booking = trade.booked(client, shop, OK);

    assertThat(tried(trade.vendor(), booking, cad(1_000))).isEqualTo(new Outcome.NotFound());
    assertThat(tried(trade.admin(), new BookingId(UUID.randomUUID()), cad(1_000)))
        .isEqualTo(new Outcome.NotFound());
  }

  @Test
  void a_refund_is_in_the_currency_of_the_booking() {
    var booking = trade.booked(client, shop, OK);

    assertThat(tried(shop.owner(), booking, Optional.of(Money.of(1_000, "USD"))))
        .isEqualTo(new Outcome.WrongCurrency());
  }

  @Test
  void what_is_not_paid_is_not_refunded() {
    var onHold = trade.booked(Order.of(client, shop).command());

    assertThat(tried(shop.owner(), onHold, Optional.empty())).isEqualTo(wrongState());
  }

  @Test
  void after_the_release_it_goes_back_from_those_who_have_earned_it() {
    var booking = trade.booked(client, shop, OK);
    trade.deliverAndConfirm(shop, client, booking);

    refund(shop.owner(), booking, cad(5_000));

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-2_250);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-(17_950 - 2_250));
    assertThat(trade.details(booking).payout()).isEqualTo(Money.of(17_950 - 2_250, "CAD"));
    trade.assertBooksBalance();
  }

  @Test
  void all_that_was_released_may_go_back() {
    var booking = trade.booked(client, shop, OK);
    trade.deliverAndConfirm(shop, client, booking);

    refund(trade.admin(), booking, Optional.empty());

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.REFUNDED));
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isZero();
    assertThat(trade.balance(Account.provider(shop.provider()))).isZero();
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void what_has_gone_back_whole_does_not_go_back_again() {
    var booking = trade.booked(client, shop, OK);
    refund(shop.owner(), booking, Optional.empty());

    assertThat(tried(shop.owner(), booking, Optional.empty())).isEqualTo(wrongState());
    assertThat(tried(shop.owner(), booking, cad(1))).isEqualTo(wrongState());
  }

  @Test
  void nothing_is_refunded_before_it_is_known_to_be_held() {
    var booking = trade.booked(client, shop, TIMEOUT_AFTER_WORK);

    assertThat(tried(shop.owner(), booking, cad(1_000)))
        .isEqualTo(new Outcome.Refused(Refusal.OUTCOME_UNKNOWN));
  }

  private void refund(Caller caller, BookingId booking, Optional<Money> amount) {
    assertThat(tried(caller, booking, amount)).isEqualTo(new Outcome.Started(booking));
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
  }

  private Outcome tried(Caller caller, BookingId booking, Optional<Money> amount) {
    return trade.market.refundBooking.handle(
        new RefundBooking.Command(caller, booking, amount, "A gesture."));
  }

  private static Outcome wrongState() {
    return new Outcome.Refused(Refusal.WRONG_STATE);
  }

  private static Optional<Money> cad(long minor) {
    return Optional.of(Money.of(minor, "CAD"));
  }
}
