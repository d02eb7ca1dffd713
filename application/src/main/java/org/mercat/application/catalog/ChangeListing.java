package org.mercat.application.catalog;

import java.time.InstantSource;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.catalog.Listing.Transition;
import org.mercat.domain.catalog.Offering;

/** A provider offers something else, or the same on other terms. */
public final class ChangeListing {

  /**
   * The whole next offering.
   *
   * @param version the one that the offering was made from
   */
  public record Command(Caller caller, Name listing, long version, Offering offering) {}

  public sealed interface Outcome {
    record Changed(Listing listing) implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale(long version) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ChangeListing(
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
                .map(listing -> change(listing, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome change(Listing listing, Command command) {
    if (listing.version() != command.version()) {
      return new Outcome.Stale(listing.version());
    }
    return switch (listing.change(command.offering(), clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var changed, var event) -> {
        var stored = listings.update(changed);
        outbox.append(event);
        yield new Outcome.Changed(stored);
      }
    };
  }
}
