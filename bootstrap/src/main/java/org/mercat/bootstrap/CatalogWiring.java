package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.CreateListing;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.persistence.catalog.MyBatisListingSearch;
import org.mercat.persistence.catalog.MyBatisListings;
import org.mercat.persistence.catalog.MyBatisSellers;
import org.mercat.persistence.shared.Sessions;

/** The services that providers offer. */
final class CatalogWiring {

  @Produces
  @Singleton
  Listings listings(Sessions sessions) {
    return new MyBatisListings(sessions);
  }

  @Produces
  @Singleton
  Sellers sellers(Sessions sessions) {
    return new MyBatisSellers(sessions);
  }

  @Produces
  @Singleton
  CreateListing createListing(
      Access access,
      Listings listings,
      Sellers sellers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new CreateListing(access, listings, sellers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  ActOnListing actOnListing(
      Access access,
      Verification verification,
      Listings listings,
      Sellers sellers,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new ActOnListing(access, verification, listings, sellers, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  ListingDetails listingDetails(
      Access access, Listings listings, Sellers sellers, UnitOfWork unitOfWork) {
    return new ListingDetails(access, listings, sellers, unitOfWork);
  }

  @Produces
  @Singleton
  SearchListings searchListings(Sessions sessions, UnitOfWork unitOfWork) {
    return new SearchListings(new MyBatisListingSearch(sessions), unitOfWork);
  }
}
