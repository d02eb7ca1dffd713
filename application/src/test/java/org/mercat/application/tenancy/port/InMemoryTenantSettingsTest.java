package org.mercat.application.tenancy.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryTenantSettingsTest implements TenantSettingsContract {

  private final InMemoryTenantSettings settings = new InMemoryTenantSettings(INITIAL);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(settings);

  @Override
  public TenantSettings settings() {
    return settings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
