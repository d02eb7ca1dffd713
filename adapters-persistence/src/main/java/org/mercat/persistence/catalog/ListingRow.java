package org.mercat.persistence.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.State;
import org.mercat.domain.catalog.Listing.State.Active;
import org.mercat.domain.catalog.Listing.State.Archived;
import org.mercat.domain.catalog.Listing.State.Draft;
import org.mercat.domain.catalog.Listing.State.Paused;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Slug;

/** Table {@code listing}, column for component, but for what serves the search alone. */
record ListingRow(
    UUID id,
    UUID providerId,
    String slug,
    String title,
    String description,
    Category category,
    @Nullable Double lat,
    @Nullable Double lon,
    PricingType pricing,
    long priceMinor,
    String currency,
    long lengthMinutes,
    long stepMinutes,
    long beforeMinutes,
    long afterMinutes,
    LocationType location,
    PaymentFlow paymentFlow,
    StateCode state,
    Instant stateAt,
    Instant createdAt,
    long version) {

  enum StateCode {
    DRAFT,
    ACTIVE,
    PAUSED,
    ARCHIVED
  }

  static ListingRow of(Listing listing) {
    var offering = listing.offering();
    var timing = offering.timing();
    return new ListingRow(
        listing.id().value(),
        listing.provider().value(),
        listing.slug().value(),
        offering.title(),
        offering.description(),
        offering.category(),
        offering.coordinates().map(Coordinates::latitude).orElse(null),
        offering.coordinates().map(Coordinates::longitude).orElse(null),
        offering.pricing(),
        offering.price().minor(),
        offering.price().currency().getCurrencyCode(),
        timing.length().toMinutes(),
        timing.step().toMinutes(),
        timing.before().toMinutes(),
        timing.after().toMinutes(),
        offering.location(),
        offering.paymentFlow(),
        code(listing.state()),
        listing.state().at(),
        listing.createdAt(),
        listing.version());
  }

  Listing toDomain() {
    var timing =
        new Timing(
            Duration.ofMinutes(lengthMinutes),
            Duration.ofMinutes(stepMinutes),
            Duration.ofMinutes(beforeMinutes),
            Duration.ofMinutes(afterMinutes));
    var offering =
        new Offering(
            title,
            description,
            category,
            coordinates(),
            pricing,
            Money.of(priceMinor, currency),
            timing,
            location,
            paymentFlow);
    return new Listing(
        new ListingId(id),
        new ProviderId(providerId),
        new Slug(slug),
        offering,
        current(),
        createdAt,
        version);
  }

  private Optional<Coordinates> coordinates() {
    return lat == null || lon == null ? Optional.empty() : Optional.of(new Coordinates(lat, lon));
  }

  private State current() {
    return switch (state) {
      case DRAFT -> new Draft(stateAt);
      case ACTIVE -> new Active(stateAt);
      case PAUSED -> new Paused(stateAt);
      case ARCHIVED -> new Archived(stateAt);
    };
  }

  private static StateCode code(State state) {
    return switch (state) {
      case Draft _ -> StateCode.DRAFT;
      case Active _ -> StateCode.ACTIVE;
      case Paused _ -> StateCode.PAUSED;
      case Archived _ -> StateCode.ARCHIVED;
    };
  }
}
