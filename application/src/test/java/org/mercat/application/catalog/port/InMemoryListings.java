package org.mercat.application.catalog.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;

public final class InMemoryListings implements Listings, Store {

  private static final long VERSION_7 = 0x7000;

  private final AtomicLong made = new AtomicLong();
  private Map<ListingId, Listing> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  /** Ids grow, as those of version 7 do. */
  @Override
  public ListingId nextId() {
    var order = made.incrementAndGet() << 16 | VERSION_7;
    return new ListingId(new UUID(order, UUID.randomUUID().getLeastSignificantBits()));
  }

  @Override
  public Optional<Listing> find(Name name) {
    return inCatalog().stream().filter(listing -> isNamed(listing, name)).findAny();
  }

  @Override
  public Addition add(Listing listing) {
    if (find(new Name.BySlug(listing.slug())).isPresent()) {
      return Addition.SLUG_TAKEN;
    }
    stored.put(listing.id(), listing);
    return Addition.ADDED;
  }

  @Override
  public Listing update(Listing listing) {
    var current = stored.get(listing.id());
    if (current == null || current.version() != listing.version()) {
      throw new ConcurrencyConflict(listing.id().toString());
    }
    var next =
        new Listing(
            listing.id(),
            listing.provider(),
            listing.slug(),
            listing.offering(),
            listing.state(),
            listing.createdAt(),
            listing.version() + 1);
    stored.put(next.id(), next);
    return next;
  }

  /** All that is not archived. */
  List<Listing> inCatalog() {
    return stored.values().stream().filter(listing -> !listing.isArchived()).toList();
  }

  private static boolean isNamed(Listing listing, Name name) {
    return switch (name) {
      case Name.ById(var id) -> listing.id().equals(id);
      case Name.BySlug(var slug) -> listing.slug().equals(slug);
    };
  }
}
