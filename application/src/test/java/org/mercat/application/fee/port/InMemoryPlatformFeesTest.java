package org.mercat.application.fee.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryPlatformFeesTest implements PlatformFeesContract {

  private final InMemoryPlatformFees fees = new InMemoryPlatformFees();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(fees);

  @Override
  public PlatformFees fees() {
    return fees;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
