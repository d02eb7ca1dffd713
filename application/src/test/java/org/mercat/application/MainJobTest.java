package org.mercat.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.application.Trade.TUESDAY;
import static org.mercat.application.Trade.as;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Trade.Shop;
import org.mercat.application.Trade.Stand;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Escrow;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.TaxLine;

/** The main job from an empty market to a released escrow (A-01, A-02, the gate of A-05). */
class MainJobTest {

  private static final LocalDate THAT_DAY = LocalDate.of(2026, 11, 24);
  private static final PageRequest FIRST_PAGE = new PageRequest(20, Optional.empty());

  private final Trade trade = new Trade();

  @Test
  void a_service_in_ontario_goes_all_the_way_to_the_cent() {
    chargeTaxOnTheFee();
    var shop = trade.shop(Offers.DOG_WALK);
    assertThat(searched("walk dog")).containsExactly(shop.listing());
    assertThat(freeFor(shop, Duration.ofHours(2))).contains(slot());

    var client = trade.client();
    var booking = booked(client, shop, Duration.ofHours(2));
    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
    assertThat(trade.held(booking)).isEqualTo(8_475);
    assertThat(trade.balance(new Escrow(booking).service())).isEqualTo(-7_500);
    assertThat(trade.balance(new Escrow(booking).tax())).isEqualTo(-975);
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(8_475);
    assertThat(freeFor(shop, Duration.ofHours(2))).doesNotContain(slot());

    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.stand(booking)).isEqualTo(new Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(trade.held(booking)).isZero();
    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-1_125);
    assertThat(trade.balance(Account.PLATFORM_FEE_TAX_PAYABLE)).isEqualTo(-146);
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-7_204);
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(1_125 + 146 + 7_204);
    assertThat(trade.details(booking).payout()).isEqualTo(Money.of(7_204, "CAD"));
    trade.assertBooksBalance();

    assertThat(reviewed(client, booking)).isInstanceOf(LeaveReview.Outcome.Left.class);
    assertThat(reviewed(client, booking)).isEqualTo(new LeaveReview.Outcome.AlreadyReviewed());
    var about = new PublicReviews.Query(new About.OfListing(shop.listing()), FIRST_PAGE);
    assertThat(trade.market.publicReviews.handle(about).items())
        .extracting(review -> review.opinion().rating())
        .containsExactly(new Rating(5));
  }

  @Test
  void a_service_in_quebec_bears_two_taxes() {
    var shop = trade.shop(Offers.IN_QUEBEC, Offers.CLEANING);
    var client = trade.client();
    var booking = booked(client, shop, Duration.ofHours(3));

    var price = trade.details(booking).view().booking().terms().price();
    assertThat(price.service()).isEqualTo(Money.of(13_500, "CAD"));
    assertThat(price.taxes())
        .extracting(TaxLine::rate, line -> line.amount().minor())
        .containsExactly(tuple(Rate.percent(5), 675L), tuple(new Rate(99_750), 1_347L));
    assertThat(trade.held(booking)).isEqualTo(15_522);

    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.balance(Account.PLATFORM_REVENUE)).isEqualTo(-2_025);
    assertThat(trade.balance(Account.PLATFORM_FEE_TAX_PAYABLE)).isZero();
    assertThat(trade.balance(Account.provider(shop.provider()))).isEqualTo(-13_497);
    trade.assertBooksBalance();
  }

  @Test
  void nothing_is_shown_before_verification_and_nothing_booked_before_payouts() {
    var owner = trade.vendor();
    var provider = trade.provider(owner, Offers.IN_ONTARIO);
    var listing = trade.listed(owner, Offers.DOG_WALK);
    trade.workEveryDay(owner);
    var shop = new Shop(owner, provider, listing);
    var order = Order.of(trade.client(), shop).paidWith(OK).command();

    assertThat(trade.onListing(owner, listing, new ActOnListing.Act.Publish()))
        .isEqualTo(new ActOnListing.Outcome.VerificationRequired());
    assertThat(trade.market.placeBooking.handle(order))
        .isEqualTo(new PlaceBooking.Outcome.UnknownListing());

    trade.verify(provider);
    trade.publish(owner, listing);
    assertThat(trade.market.placeBooking.handle(order))
        .isEqualTo(new PlaceBooking.Outcome.NotPayable());

    trade.openPayee(owner);
    assertThat(trade.stand(trade.booked(order)))
        .isEqualTo(new Stand(Phase.CONFIRMED, Whereabouts.HELD));
  }

  private void chargeTaxOnTheFee() {
    var command = new SetPlatformFee.Command(trade.admin(), 0, Rate.percent(15), true);
    assertThat(trade.market.setPlatformFee.handle(command))
        .isInstanceOf(SetPlatformFee.Outcome.Set.class);
  }

  private BookingId booked(Caller client, Shop shop, Duration length) {
    return trade.booked(Order.of(client, shop).lasting(length).paidWith(OK).command());
  }

  private Iterable<ListingId> searched(String words) {
    var criteria =
        new Criteria(Optional.of(words), Optional.empty(), Optional.empty(), Optional.empty());
    return trade
        .market
        .searchListings
        .handle(new SearchListings.Command(criteria, FIRST_PAGE))
        .map(Listing::id)
        .items();
  }

  private Iterable<TimeSlot> freeFor(Shop shop, Duration length) {
    var command =
        new FreeSlots.Command(shop.listing(), THAT_DAY, THAT_DAY.plusDays(1), Optional.of(length));
    return as(FreeSlots.Outcome.Found.class, trade.market.freeSlots.handle(command)).slots();
  }

  private static TimeSlot slot() {
    return TimeSlot.of(TUESDAY, Duration.ofHours(2));
  }

  private LeaveReview.Outcome reviewed(Caller client, BookingId booking) {
    var opinion = new Opinion(new Rating(5), Optional.empty(), "On time, and kind.");
    return trade.market.leaveReview.handle(new LeaveReview.Command(client, booking, opinion));
  }
}
