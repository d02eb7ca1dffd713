package org.mercat.persistence.catalog;

import org.mercat.application.catalog.port.Sellers;
import org.mercat.application.catalog.port.SellersContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSellersTest extends MyBatisCatalog implements SellersContract {

  @Override
  public Sellers sellers() {
    return new MyBatisSellers(TestDatabase.SESSIONS);
  }
}
