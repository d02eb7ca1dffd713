package org.mercat.application.catalog;

import org.mercat.application.catalog.port.ListingSearch;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;

/** Query: what everybody may see of the catalog. */
public final class SearchListings {

  public record Command(Criteria criteria, PageRequest page) {}

  private final ListingSearch search;
  private final UnitOfWork unitOfWork;

  public SearchListings(ListingSearch search, UnitOfWork unitOfWork) {
    this.search = search;
    this.unitOfWork = unitOfWork;
  }

  public Page<Listing> handle(Command command) {
    return unitOfWork.run(() -> search.find(command.criteria(), command.page()));
  }
}
