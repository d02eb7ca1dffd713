package org.mercat.application.catalog.port;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.shared.Slug;

/** Driven port: all listings. Every adapter must pass {@code ListingsContract}. */
public interface Listings {

  ListingId nextId();

  /** The listing of that name, unless it is archived. */
  Optional<Listing> find(Name name);

  /** Adds the listing unless one that is not archived has its slug. */
  Addition add(Listing listing);

  /**
   * Stores the listing as version n + 1, and returns that.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  @CanIgnoreReturnValue
  Listing update(Listing listing);

  enum Addition {
    ADDED,
    SLUG_TAKEN
  }

  /** How people refer to a listing. */
  sealed interface Name {
    record ById(ListingId id) implements Name {}

    record BySlug(Slug slug) implements Name {}
  }
}
