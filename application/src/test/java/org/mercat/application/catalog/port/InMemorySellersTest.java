package org.mercat.application.catalog.port;

import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemorySellersTest implements SellersContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final Sellers sellers = new InMemorySellers(providers);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers);

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Sellers sellers() {
    return sellers;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
