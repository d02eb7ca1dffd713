package org.mercat.persistence.availability;

import org.mercat.application.availability.port.ServiceTimes;
import org.mercat.application.availability.port.ServiceTimesContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisServiceTimesTest extends MyBatisCatalog implements ServiceTimesContract {

  @Override
  public ServiceTimes services() {
    return new MyBatisServiceTimes(TestDatabase.SESSIONS);
  }
}
