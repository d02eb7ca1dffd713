package org.mercat.persistence.tax;

import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.application.tax.port.RecordedRulesContract;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisRecordedRulesTest implements RecordedRulesContract {

  private final UnitOfWork unitOfWork =
      TestDatabase.as(DatabaseRole.ADMIN, TestDatabase.newTenant());

  @Override
  public RecordedRules rules() {
    return new MyBatisRecordedRules(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
