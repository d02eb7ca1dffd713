package org.mercat.application.booking.port;

import java.util.Locale;
import java.util.Optional;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.tax.TaxCategory;

/** The listings, their providers and the hours of these, in the words of booking. */
public final class InMemoryServiceOffers implements ServiceOffers {

  private final Listings listings;
  private final Providers providers;
  private final Timetables timetables;
  private final CollectionPlans plans;

  public InMemoryServiceOffers(
      Listings listings, Providers providers, Timetables timetables, CollectionPlans plans) {
    this.listings = listings;
    this.providers = providers;
    this.timetables = timetables;
    this.plans = plans;
  }

  @Override
  public Optional<Offer> find(ListingId listing) {
    return listings.find(new Name.ById(listing)).filter(Listing::isActive).flatMap(this::offer);
  }

  private Optional<Offer> offer(Listing listing) {
    return providers
        .find(listing.provider())
        .filter(Provider::mayOffer)
        .map(provider -> offer(listing, provider));
  }

  private Offer offer(Listing listing, Provider provider) {
    var offering = listing.offering();
    var timing = offering.timing();
    var profile = provider.profile();
    return new Offer(
        listing.id(),
        provider.id(),
        provider.owner(),
        new TaxCategory(offering.category().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        provider.payable(),
        plans
            .find(provider.id())
            .filter(plan -> plan.mode() == CollectionPlan.Mode.OFFLINE)
            .isPresent(),
        profile.taxRegistration().isPresent(),
        profile.place().jurisdiction(),
        profile.zone(),
        timetables.find(provider.id()).map(Timetable::hours).orElse(WeeklyHours.NONE),
        new SlotRules(timing.length(), timing.step(), timing.before(), timing.after()),
        pricing(offering.pricing()),
        offering.price(),
        servedAt(offering.location()));
  }

  private static Pricing pricing(PricingType pricing) {
    return switch (pricing) {
      case FIXED -> Pricing.FIXED;
      case HOURLY -> Pricing.HOURLY;
      case DAILY -> Pricing.DAILY;
      case CUSTOM, QUOTE, CONTACT -> Pricing.BY_AGREEMENT;
    };
  }

  private static ServedAt servedAt(LocationType location) {
    return switch (location) {
      case ON_SITE -> ServedAt.ON_SITE;
      case REMOTE -> ServedAt.REMOTE;
      case BOTH -> ServedAt.BOTH;
    };
  }
}
