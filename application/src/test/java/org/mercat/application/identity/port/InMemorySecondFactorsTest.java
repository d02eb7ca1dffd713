package org.mercat.application.identity.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemorySecondFactorsTest implements SecondFactorsContract {

  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(factors);

  @Override
  public SecondFactors factors() {
    return factors;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public void want(boolean wanted) {
    factors.want(wanted);
  }
}
