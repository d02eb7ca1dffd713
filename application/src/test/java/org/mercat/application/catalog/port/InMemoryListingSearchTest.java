package org.mercat.application.catalog.port;

class InMemoryListingSearchTest extends InMemoryCatalog implements ListingSearchContract {

  private final ListingSearch search = new InMemoryListingSearch(listings, providers);

  @Override
  public ListingSearch search() {
    return search;
  }
}
