package org.mercat.application.catalog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.catalog.Listing.Transition;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.shared.Permission;

/** A provider changes a listing of its own, or who sees it. */
public final class ActOnListing {

  /**
   * What to do with which listing.
   *
   * @param version the one that was meant; any when empty
   */
  public record Command(Caller caller, Name listing, OptionalLong version, Act act) {
    boolean means(Listing found) {
      return version.isEmpty() || version.getAsLong() == found.version();
    }
  }

  public sealed interface Act {
    /** Offers this from now on; what was booked keeps its terms. */
    record Change(Offering offering) implements Act {}

    /** Shows it to everybody; the market must trust the provider first. */
    record Publish() implements Act {}

    /** Hides it for a while. */
    record Pause() implements Act {}

    /** Takes it out of the catalog; what refers to it keeps it. */
    record Archive() implements Act {}
  }

  public sealed interface Outcome {
    record Done(Listing listing) implements Outcome {}

    /** Only providers change listings. */
    record Forbidden() implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record VerificationRequired() implements Outcome {}

    /** The owner has to show first that his address is his. */
    record EmailUnverified() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Verification verification;
  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ActOnListing(
      Access access,
      Verification verification,
      Listings listings,
      Sellers sellers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.verification = verification;
    this.listings = listings;
    this.sellers = sellers;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.LISTING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            listings
                .find(command.listing())
                .flatMap(listing -> act(listing, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Optional<Outcome> act(Listing listing, Command command) {
    return sellers
        .find(listing.provider())
        .filter(seller -> access.owns(command.caller(), seller.owner()))
        .map(seller -> act(listing, seller, command));
  }

  private Outcome act(Listing listing, Seller seller, Command command) {
    if (!command.means(listing)) {
      return new Outcome.Stale();
    }
    if (command.act() instanceof Act.Publish && !seller.trusted()) {
      return new Outcome.VerificationRequired();
    }
    if (command.act() instanceof Act.Publish && verification.isLacking(seller.owner())) {
      return new Outcome.EmailUnverified();
    }
    return switch (transition(listing, command.act(), clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var next, var event) -> {
        var stored = listings.update(next);
        outbox.append(event);
        yield new Outcome.Done(stored);
      }
    };
  }

  private static Transition transition(Listing listing, Act act, Instant now) {
    return switch (act) {
      case Act.Change(var offering) -> listing.change(offering, now);
      case Act.Publish _ -> listing.publish(now);
      case Act.Pause _ -> listing.pause(now);
      case Act.Archive _ -> listing.archive(now);
    };
  }
}
