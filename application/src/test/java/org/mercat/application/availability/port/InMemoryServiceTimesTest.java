package org.mercat.application.availability.port;

import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryServiceTimesTest implements ServiceTimesContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryListings listings = new InMemoryListings();
  private final ServiceTimes services = new InMemoryServiceTimes(listings, providers);
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
  public ServiceTimes services() {
    return services;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
