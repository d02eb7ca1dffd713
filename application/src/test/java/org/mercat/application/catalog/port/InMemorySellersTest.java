package org.mercat.application.catalog.port;

class InMemorySellersTest extends InMemoryCatalog implements SellersContract {

  private final Sellers sellers = new InMemorySellers(providers);

  @Override
  public Sellers sellers() {
    return sellers;
  }
}
