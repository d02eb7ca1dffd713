package org.mercat.application.fee.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemorySellerTiersTest extends InMemoryCatalog implements SellerTiersContract {

  private final InMemorySellerTiers tiers = new InMemorySellerTiers();

  @Override
  public SellerTiers tiers() {
    return tiers;
  }
}
