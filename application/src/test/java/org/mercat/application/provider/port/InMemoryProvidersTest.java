package org.mercat.application.provider.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryProvidersTest implements ProvidersContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers);

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anybody() {
    return SampleProviders.anybody();
  }
}
