package org.mercat.application.catalog;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.catalog.Listing.Transition;

/** A provider shows a listing to everybody; the market must trust the provider first. */
public final class PublishListing {

  public record Command(Caller caller, Name listing) {}

  public sealed interface Outcome {
    record Published(Listing listing) implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record VerificationRequired() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public PublishListing(
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
            sellers
                .ofOwner(command.caller().user())
                .flatMap(seller -> publish(command.listing(), seller))
                .orElseGet(Outcome.NotFound::new));
  }

  private Optional<Outcome> publish(Name name, Seller seller) {
    return listings
        .find(name)
        .filter(listing -> listing.provider().equals(seller.provider()))
        .map(listing -> seller.trusted() ? publish(listing) : new Outcome.VerificationRequired());
  }

  private Outcome publish(Listing listing) {
    return switch (listing.publish(clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var published, var event) -> {
        var stored = listings.update(published);
        outbox.append(event);
        yield new Outcome.Published(stored);
      }
    };
  }
}
