package org.mercat.rest.catalog;

import static org.mercat.rest.catalog.OfferingText.minutes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.State.Active;
import org.mercat.domain.catalog.Listing.State.Archived;
import org.mercat.domain.catalog.Listing.State.Draft;
import org.mercat.domain.catalog.Listing.State.Paused;
import org.mercat.domain.geo.Coordinates;
import org.mercat.rest.shared.MoneyView;

/** A listing on the wire. */
record ListingView(
    UUID id,
    String slug,
    String status,
    UUID provider,
    String title,
    String description,
    String category,
    Optional<Double> lat,
    Optional<Double> lon,
    String pricingType,
    MoneyView price,
    int durationMinutes,
    int slotStepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    String locationType,
    String paymentFlow,
    Instant createdAt,
    Optional<Instant> publishedAt,
    Optional<Instant> pausedAt) {

  static ListingView of(Listing listing) {
    var offering = listing.offering();
    var timing = offering.timing();
    var at = Optional.of(listing.state().at());
    return new ListingView(
        listing.id().value(),
        listing.slug().value(),
        status(listing),
        listing.provider().value(),
        offering.title(),
        offering.description(),
        CatalogWords.of(offering.category()),
        offering.coordinates().map(Coordinates::latitude),
        offering.coordinates().map(Coordinates::longitude),
        CatalogWords.of(offering.pricing()),
        MoneyView.of(offering.price()),
        minutes(timing.length()),
        minutes(timing.step()),
        minutes(timing.before()),
        minutes(timing.after()),
        CatalogWords.of(offering.location()),
        CatalogWords.of(offering.paymentFlow()),
        listing.createdAt(),
        listing.state() instanceof Active ? at : Optional.empty(),
        listing.state() instanceof Paused ? at : Optional.empty());
  }

  private static String status(Listing listing) {
    return switch (listing.state()) {
      case Draft _ -> "draft";
      case Active _ -> "active";
      case Paused _ -> "paused";
      case Archived _ -> "archived";
    };
  }
}
