package org.mercat.application.tax.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryTaxedSellersTest extends InMemoryCatalog implements TaxedSellersContract {

  @Override
  public TaxedSellers sellers() {
    return new InMemoryTaxedSellers(providers);
  }
}
