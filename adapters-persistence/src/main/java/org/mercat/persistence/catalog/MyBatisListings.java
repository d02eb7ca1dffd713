package org.mercat.persistence.catalog;

import java.util.Optional;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.ListingId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisListings implements Listings {

  private final Sessions sessions;

  public MyBatisListings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ListingId nextId() {
    return new ListingId(Ids.next());
  }

  @Override
  public Optional<Listing> find(Name name) {
    var row =
        switch (name) {
          case Name.ById(var id) -> mapper().find(id.value());
          case Name.BySlug(var slug) -> mapper().findBySlug(slug.value());
        };
    return Optional.ofNullable(row).map(ListingRow::toDomain);
  }

  @Override
  public Addition add(Listing listing) {
    return mapper().insert(ListingRow.of(listing), words(listing)) == 1
        ? Addition.ADDED
        : Addition.SLUG_TAKEN;
  }

  @Override
  public Listing update(Listing listing) {
    if (mapper().update(ListingRow.of(listing), words(listing)) == 0) {
      throw new ConcurrencyConflict("listing " + listing.id().value());
    }
    return new Listing(
        listing.id(),
        listing.provider(),
        listing.slug(),
        listing.offering(),
        listing.state(),
        listing.createdAt(),
        listing.version() + 1);
  }

  private static String words(Listing listing) {
    var offering = listing.offering();
    return SearchWords.of(offering.title() + " " + offering.description());
  }

  private ListingMapper mapper() {
    return sessions.mapper(ListingMapper.class);
  }
}
