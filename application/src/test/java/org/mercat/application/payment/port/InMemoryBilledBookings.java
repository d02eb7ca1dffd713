package org.mercat.application.payment.port;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.tax.TaxLine;

/** The bookings and their parties, in the words of invoices. */
public final class InMemoryBilledBookings implements BilledBookings {

  private final Bookings bookings;
  private final Providers providers;
  private final Listings listings;
  private final RecordedRules rules;
  private final Function<UserId, String> names;

  public InMemoryBilledBookings(
      Bookings bookings,
      Providers providers,
      Listings listings,
      RecordedRules rules,
      Function<UserId, String> names) {
    this.bookings = bookings;
    this.providers = providers;
    this.listings = listings;
    this.rules = rules;
    this.names = names;
  }

  @Override
  public Optional<BilledBooking> find(BookingId booking) {
    return bookings.find(booking).map(this::billed);
  }

  private BilledBooking billed(Booking booking) {
    var terms = booking.terms();
    var provider = providers.find(terms.provider()).orElseThrow();
    var listing = listings.find(new Name.ById(terms.listing())).orElseThrow();
    return new BilledBooking(
        seller(provider),
        new Buyer(terms.client(), names.apply(terms.client())),
        supplied(booking, listing),
        sources(booking));
  }

  private static Seller seller(Provider provider) {
    var profile = provider.profile();
    return new Seller(
        provider.id(),
        profile.businessName(),
        profile.place().jurisdiction(),
        profile.place().postalCode().value(),
        profile.place().city(),
        profile.taxRegistration(),
        profile.zone());
  }

  private static Supplied supplied(Booking booking, Listing listing) {
    var terms = booking.terms();
    return new Supplied(listing.offering().title(), terms.slot(), terms.zone(), terms.place());
  }

  private Map<String, String> sources(Booking booking) {
    var price = booking.terms().price();
    return Stream.concat(price.taxes().stream(), price.customerFee().taxes().stream())
        .map(TaxLine::rule)
        .distinct()
        .flatMap(name -> rules.named(name).stream())
        .collect(toMap(rule -> rule.rule().id(), rule -> rule.rule().source()));
  }
}
