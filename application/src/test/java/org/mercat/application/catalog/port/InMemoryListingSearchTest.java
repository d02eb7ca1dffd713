package org.mercat.application.catalog.port;

import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryListingSearchTest implements ListingSearchContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryListings listings = new InMemoryListings();
  private final ListingSearch search = new InMemoryListingSearch(listings, providers);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers, listings);

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Listings listings() {
    return listings;
  }

  @Override
  public ListingSearch search() {
    return search;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
