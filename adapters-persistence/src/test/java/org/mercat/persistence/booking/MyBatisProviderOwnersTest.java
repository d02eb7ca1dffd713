package org.mercat.persistence.booking;

import org.mercat.application.booking.port.ProviderOwners;
import org.mercat.application.booking.port.ProviderOwnersContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisProviderOwnersTest extends MyBatisCatalog implements ProviderOwnersContract {

  @Override
  public ProviderOwners owners() {
    return new MyBatisProviderOwners(TestDatabase.SESSIONS);
  }
}
