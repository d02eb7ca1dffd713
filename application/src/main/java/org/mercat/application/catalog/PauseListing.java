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

/** A provider hides a listing for a while. */
public final class PauseListing {

  public record Command(Caller caller, Name listing) {}

  public sealed interface Outcome {
    record Paused(Listing listing) implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public PauseListing(
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
                .map(this::pause)
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome pause(Listing listing) {
    return switch (listing.pause(clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var paused, var event) -> {
        var stored = listings.update(paused);
        outbox.append(event);
        yield new Outcome.Paused(stored);
      }
    };
  }
}
