package org.mercat.persistence.booking;

import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.booking.port.TaxesInForceContract;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.TestDatabase;
import org.mercat.persistence.tax.MyBatisRecordedRules;

class MyBatisTaxesInForceTest implements TaxesInForceContract {

  private final UnitOfWork unitOfWork =
      TestDatabase.as(DatabaseRole.ADMIN, TestDatabase.newTenant());

  @Override
  public TaxesInForce taxes() {
    return new MyBatisTaxesInForce(TestDatabase.SESSIONS, new InMemoryZoneBook());
  }

  @Override
  public RecordedRules rules() {
    return new MyBatisRecordedRules(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
