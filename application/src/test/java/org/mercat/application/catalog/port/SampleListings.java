package org.mercat.application.catalog.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Transition;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** Listings for tests: dog walking by the hour, for 37.50 CAD. */
public final class SampleListings {

  public static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  private SampleListings() {}

  public static Offering offering(String title, String description) {
    return offering(title, description, Category.OTHER, Optional.empty());
  }

  public static Offering offering(
      String title, String description, Category category, Optional<Coordinates> coordinates) {
    return new Offering(
        title,
        description,
        category,
        coordinates,
        PricingType.HOURLY,
        Money.of(3_750, "CAD"),
        new Timing(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(15)),
        LocationType.ON_SITE,
        PaymentFlow.CAPTURE_HOLD);
  }

  public static Listing draft(ListingId id, ProviderId provider, Offering offering) {
    return Listing.draft(id, provider, offering, NOW).listing();
  }

  public static Listing active(Listing listing) {
    return done(listing.publish(NOW));
  }

  public static Listing done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var listing, _) -> listing;
      case Transition.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }
}
