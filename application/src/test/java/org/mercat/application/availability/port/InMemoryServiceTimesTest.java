package org.mercat.application.availability.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryServiceTimesTest extends InMemoryCatalog implements ServiceTimesContract {

  private final ServiceTimes services = new InMemoryServiceTimes(listings, providers);

  @Override
  public ServiceTimes services() {
    return services;
  }
}
