package org.mercat.persistence.fee;

import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.fee.port.PlatformFeesContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPlatformFeesTest implements PlatformFeesContract {

  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public PlatformFees fees() {
    return new MyBatisPlatformFees(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
