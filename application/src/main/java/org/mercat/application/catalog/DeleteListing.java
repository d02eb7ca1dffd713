package org.mercat.application.catalog;

import java.time.InstantSource;
import java.util.OptionalLong;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Transition;
import org.mercat.domain.catalog.ListingId;

/** A provider takes a listing out of the catalog; what refers to it keeps it. */
public final class DeleteListing {

  /**
   * Which listing goes.
   *
   * @param version the one that was meant; any when empty
   */
  public record Command(Caller caller, Name listing, OptionalLong version) {}

  public sealed interface Outcome {
    record Deleted(ListingId listing) implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale(long version) implements Outcome {}
  }

  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public DeleteListing(
      Listings listings,
      Sellers sellers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.listings = listings;
    this.sellers = sellers;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            listings
                .find(command.listing())
                .filter(listing -> sellers.owns(command.caller().user(), listing.provider()))
                .map(listing -> delete(listing, command.version()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome delete(Listing listing, OptionalLong version) {
    if (version.isPresent() && version.getAsLong() != listing.version()) {
      return new Outcome.Stale(listing.version());
    }
    return switch (listing.archive(clock.instant())) {
      case Transition.Refused _ -> new Outcome.NotFound();
      case Transition.Done(var archived, var event) -> {
        var stored = listings.update(archived);
        outbox.append(event);
        yield new Outcome.Deleted(stored.id());
      }
    };
  }
}
