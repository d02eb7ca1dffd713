package org.mercat.persistence.tax;

import org.mercat.application.tax.port.TaxedSellers;
import org.mercat.application.tax.port.TaxedSellersContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTaxedSellersTest extends MyBatisCatalog implements TaxedSellersContract {

  @Override
  public TaxedSellers sellers() {
    return new MyBatisTaxedSellers(TestDatabase.SESSIONS);
  }
}
