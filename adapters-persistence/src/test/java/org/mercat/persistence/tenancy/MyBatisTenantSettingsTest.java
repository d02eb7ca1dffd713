package org.mercat.persistence.tenancy;

import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.TenantSettings;
import org.mercat.application.tenancy.port.TenantSettingsContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTenantSettingsTest implements TenantSettingsContract {

  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public TenantSettings settings() {
    return new MyBatisTenantSettings(TestDatabase.SESSIONS, INITIAL);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
