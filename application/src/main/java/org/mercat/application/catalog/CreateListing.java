package org.mercat.application.catalog;

import java.time.InstantSource;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingEvent;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** A provider drafts a listing; nobody else sees it yet. */
public final class CreateListing {

  public record Command(Caller caller, Offering offering) {}

  public sealed interface Outcome {
    record Drafted(Listing listing) implements Outcome {}

    /** Only providers list services. */
    record Forbidden() implements Outcome {}

    /** The caller has not yet said what business it is. */
    record NotRegistered() implements Outcome {}
  }

  private final Access access;
  private final Listings listings;
  private final Sellers sellers;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CreateListing(
      Access access,
      Listings listings,
      Sellers sellers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
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
            sellers
                .ofOwner(command.caller().user())
                .map(seller -> draft(seller.provider(), command.offering()))
                .orElseGet(Outcome.NotRegistered::new));
  }

  private Outcome draft(ProviderId provider, Offering offering) {
    var drafted = Listing.draft(listings.nextId(), provider, offering, clock.instant());
    var listing = drafted.listing();
    return switch (listings.add(listing)) {
      case ADDED -> announced(listing, drafted.event());
      case SLUG_TAKEN -> draftUnderOwnSlug(listing.underOwnSlug(), drafted.event());
    };
  }

  private Outcome draftUnderOwnSlug(Listing listing, ListingEvent event) {
    return switch (listings.add(listing)) {
      case ADDED -> announced(listing, event);
      case SLUG_TAKEN -> throw new ConcurrencyConflict("taken twice: " + listing.slug());
    };
  }

  private Outcome announced(Listing listing, ListingEvent event) {
    outbox.append(event);
    return new Outcome.Drafted(listing);
  }
}
