package org.mercat.application.booking.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryProviderOwnersTest extends InMemoryCatalog implements ProviderOwnersContract {

  @Override
  public ProviderOwners owners() {
    return new InMemoryProviderOwners(providers);
  }
}
