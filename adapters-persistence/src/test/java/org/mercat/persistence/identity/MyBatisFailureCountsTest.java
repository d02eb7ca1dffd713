package org.mercat.persistence.identity;

import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.FailureCountsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisFailureCountsTest implements FailureCountsContract {

  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public FailureCounts failures() {
    return new MyBatisFailureCounts(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
