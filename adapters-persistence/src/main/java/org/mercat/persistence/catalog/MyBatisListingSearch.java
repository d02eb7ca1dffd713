package org.mercat.persistence.catalog;

import org.mercat.application.catalog.port.ListingSearch;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.catalog.Listing;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisListingSearch implements ListingSearch {

  private final Sessions sessions;

  public MyBatisListingSearch(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Page<Listing> find(Criteria criteria, PageRequest page) {
    var found =
        sessions.mapper(ListingMapper.class).search(SearchRow.of(criteria, page)).stream()
            .map(ListingRow::toDomain)
            .toList();
    return Page.of(found, page, listing -> listing.id().value());
  }
}
