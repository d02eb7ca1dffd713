package org.mercat.persistence.fee;

import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.fee.port.SellerTiersContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSellerTiersTest extends MyBatisCatalog implements SellerTiersContract {

  @Override
  public SellerTiers tiers() {
    return new MyBatisSellerTiers(TestDatabase.SESSIONS);
  }
}
