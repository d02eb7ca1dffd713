package org.mercat.application.availability.port;

import java.util.Optional;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.provider.Provider;

/** The listings and their providers, in the words of availability. */
public final class InMemoryServiceTimes implements ServiceTimes {

  private final Listings listings;
  private final Providers providers;

  public InMemoryServiceTimes(Listings listings, Providers providers) {
    this.listings = listings;
    this.providers = providers;
  }

  @Override
  public Optional<ServiceTime> find(ListingId listing) {
    return listings.find(new Name.ById(listing)).filter(Listing::isActive).flatMap(this::time);
  }

  private Optional<ServiceTime> time(Listing listing) {
    return providers
        .find(listing.provider())
        .filter(Provider::mayOffer)
        .map(provider -> time(listing, provider));
  }

  private static ServiceTime time(Listing listing, Provider provider) {
    var timing = listing.offering().timing();
    return new ServiceTime(
        provider.id(),
        provider.profile().zone(),
        new SlotRules(timing.length(), timing.step(), timing.before(), timing.after()),
        listing.offering().pricing() == PricingType.HOURLY);
  }
}
