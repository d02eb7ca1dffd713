package org.mercat.persistence.availability;

import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.application.availability.port.CalendarOwnersContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisCalendarOwnersTest extends MyBatisCatalog implements CalendarOwnersContract {

  @Override
  public CalendarOwners owners() {
    return new MyBatisCalendarOwners(TestDatabase.SESSIONS);
  }
}
