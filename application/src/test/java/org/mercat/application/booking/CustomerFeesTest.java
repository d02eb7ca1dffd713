package org.mercat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.QuotePrice.Misfit;
import org.mercat.application.booking.QuotePrice.Wanted;
import org.mercat.application.fee.SetFeeRule;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Price;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.fee.RequestedPeriod;
import org.mercat.domain.payment.Account;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/**
 * Bookings of 200.00, 26.00 tax and 10.00 tip, with 11.00 on top (5 % and 1.00) and 1.43 tax on
 * that: 248.43 in all (C-29).
 */
class CustomerFeesTest {

  private static final Wanted AS_OFFERED =
      new Wanted(Optional.empty(), 1, Optional.empty(), Optional.empty());

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();
  private final SetFeeRule setRule =
      new SetFeeRule(
          new AccessRules(),
          trade.market.in.feeRules,
          trade.market.in.feeBooks,
          trade.market.in.outbox,
          trade.market.in.unitOfWork,
          trade.market.in.market);

  @Test
  void what_is_quoted_is_held_and_released_to_the_platform_with_the_tax_on_it() {
    customerFee(true);
    assertThat(quoted(AS_OFFERED).total()).isEqualTo(cad(20_000 + 2_600 + 1_100 + 143));
    var booking = trade.booked(client, shop, OK);

    assertThat(trade.held(booking)).isEqualTo(24_843);
    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.held(booking)).isZero();
    assertShared(booking, 20_600, 3_000 + 1_100, 143);
  }

  @Test
  void a_rule_that_comes_later_leaves_a_booking_as_it_was_quoted() {
    var booking = trade.booked(client, shop, OK);
    customerFee(true);

    trade.deliverAndConfirm(shop, client, booking);

    assertShared(booking, 20_600, 3_000, 0);
  }

  @Test
  void a_cancellation_gives_the_part_back_that_goes_with_the_service() {
    customerFee(true);
    var booking = trade.booked(client, shop, OK);

    trade.market.in.market.set(Trade.TUESDAY.minus(Duration.ofHours(30)));
    trade.act(client, booking, new Act.Cancel("Rain."));

    assertThat(trade.details(booking).view().refunded()).isEqualTo(cad(12_300 + 550 + 72));
    assertShared(booking, 9_800, 1_500 + 550, 71);
  }

  @Test
  void a_refund_costs_the_same_after_the_release_as_before_it() {
    customerFee(true);
    var before = trade.booked(client, shop, OK);
    refund(before, Optional.of(cad(3_333)));
    trade.deliverAndConfirm(shop, client, before);
    var provider = trade.balance(Account.provider(shop.provider()));
    var revenue = trade.balance(Account.PLATFORM_REVENUE);
    var tax = trade.balance(Account.PLATFORM_FEE_TAX_PAYABLE);

    var after = trade.booked(later());
    trade.deliverAndConfirm(shop, client, after);
    refund(after, Optional.of(cad(3_333)));

    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(2 * provider);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(2 * revenue);
    assertThat(trade.balance(Account.PLATFORM_FEE_TAX_PAYABLE)).isEqualTo(2 * tax);
    trade.assertBooksBalance();
  }

  @Test
  void where_the_rule_says_so_it_goes_back_only_with_all_of_the_service() {
    customerFee(false);
    var booking = trade.booked(client, shop, OK);

    refund(booking, Optional.of(cad(19_999)));
    assertThat(trade.details(booking).view().onTopBack()).isEqualTo(cad(0));
    refund(booking, Optional.empty());

    assertThat(trade.details(booking).view().refunded()).isEqualTo(cad(24_843));
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void both_parties_are_told_what_is_paid_on_top_and_why() {
    customerFee(true);
    var booking = trade.booked(client, shop, OK);

    for (var party : List.of(client, shop.owner())) {
      var explained =
          new ExplainBooking(new AccessRules(), trade.market.bookingDetails)
              .handle(new ExplainBooking.Query(party, booking));
      var price = Trade.as(ExplainBooking.Outcome.Explained.class, explained).price();
      assertThat(price.customerFee().total()).isEqualTo(cad(1_243));
      assertThat(price.onTop().orElseThrow().rule()).startsWith("everybody:");
    }
  }

  @Test
  void there_is_no_quote_for_what_cannot_be_booked_so() {
    var talk = trade.shop(Offers.offering("Talk", PricingType.CONTACT, 0)).listing();

    assertThat(quote(talk, AS_OFFERED)).isEqualTo(refused(Misfit.NOT_BOOKABLE));
    assertThat(quote(shop.listing(), wanted(Optional.of(Duration.ofMinutes(7)), 1, "CAD")))
        .isEqualTo(refused(Misfit.WRONG_DURATION));
    assertThat(quote(shop.listing(), wanted(Optional.empty(), 1, "USD")))
        .isEqualTo(refused(Misfit.WRONG_CURRENCY));
    var hourly = trade.shop(Offers.DOG_WALK).listing();
    assertThat(quote(hourly, wanted(Optional.empty(), 2, "CAD")))
        .isEqualTo(refused(Misfit.WRONG_QUANTITY));
    assertThat(quote(new ListingId(client.user().value()), AS_OFFERED))
        .isEqualTo(new QuotePrice.Outcome.UnknownListing());
  }

  private void assertShared(BookingId booking, long provider, long platform, long tax) {
    assertThat(trade.details(booking).payout()).isEqualTo(cad(provider));
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-provider);
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-platform);
    assertThat(trade.balance(Account.PLATFORM_FEE_TAX_PAYABLE)).isEqualTo(-tax);
    trade.assertBooksBalance();
  }

  private void customerFee(boolean returnedInParts) {
    var onTop = new OnTop(Optional.of(cad(100)), true, returnedInParts);
    var command =
        new SetFeeRule.Command(
            trade.admin(),
            FeeDirection.CUSTOMER_FEE,
            new FeeScope.Everybody(),
            Rate.percent(5),
            Optional.of(onTop),
            RequestedPeriod.FROM_NOW_ON,
            "a service for clients");
    assertThat(setRule.handle(command)).isInstanceOf(SetFeeRule.Outcome.Set.class);
  }

  private void refund(BookingId booking, Optional<Money> amount) {
    var command = new RefundBooking.Command(shop.owner(), booking, amount, "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
  }

  private PlaceBooking.Command later() {
    var order = Order.of(client, shop).tipped(1_000).paidWith(OK);
    return order.at(Trade.TUESDAY.plus(Duration.ofDays(7))).command();
  }

  private Price quoted(Wanted wanted) {
    return Trade.as(QuotePrice.Outcome.Quoted.class, quote(shop.listing(), wanted)).quote().price();
  }

  private QuotePrice.Outcome quote(ListingId listing, Wanted wanted) {
    return trade.market.quotePrice.handle(new QuotePrice.Query(listing, wanted));
  }

  private static QuotePrice.Outcome refused(Misfit why) {
    return new QuotePrice.Outcome.Refused(why);
  }

  private static Wanted wanted(Optional<Duration> duration, int quantity, String currency) {
    return new Wanted(duration, quantity, Optional.empty(), Optional.of(Money.of(1, currency)));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
