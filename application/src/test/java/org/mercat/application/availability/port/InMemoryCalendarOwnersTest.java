package org.mercat.application.availability.port;

import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryCalendarOwnersTest implements CalendarOwnersContract {

  private final InMemoryProviders providers = new InMemoryProviders();
  private final CalendarOwners owners = new InMemoryCalendarOwners(providers);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(providers);

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public CalendarOwners owners() {
    return owners;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
