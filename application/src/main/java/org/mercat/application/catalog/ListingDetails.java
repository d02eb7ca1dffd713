package org.mercat.application.catalog;

import java.util.Optional;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Listings.Name;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.catalog.port.Sellers.Seller;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.shared.Permission;

/** Query: a listing. What is not shown to everybody, its owner and administrators see. */
public final class ListingDetails {

  /** The caller is empty when nobody has signed in. */
  public record Command(Optional<Caller> caller, Name listing) {}

  public sealed interface Outcome {
    record Found(Listing listing) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Listings listings;
  private final Sellers sellers;
  private final UnitOfWork unitOfWork;

  public ListingDetails(Access access, Listings listings, Sellers sellers, UnitOfWork unitOfWork) {
    this.access = access;
    this.listings = listings;
    this.sellers = sellers;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork
        .run(
            () ->
                listings
                    .find(command.listing())
                    .filter(listing -> isVisible(listing, command.caller())))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }

  private boolean isVisible(Listing listing, Optional<Caller> caller) {
    var seller = sellers.find(listing.provider()).orElseThrow();
    return (listing.isActive() && seller.trusted())
        || caller.filter(who -> maySeeAll(who, seller)).isPresent();
  }

  private boolean maySeeAll(Caller caller, Seller seller) {
    return access.owns(caller, seller.owner()) || access.may(caller, Permission.LISTING_READ_ANY);
  }
}
