package org.mercat.application.tenancy.port;

import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.tenancy.Settings;

public final class InMemoryTenantSettings implements TenantSettings, Store {

  private Settings settings;

  public InMemoryTenantSettings(Settings initial) {
    this.settings = initial;
  }

  @Override
  public Runnable snapshot() {
    var before = settings;
    return () -> settings = before;
  }

  @Override
  public Settings current() {
    return settings;
  }

  @Override
  public Settings update(Settings next) {
    if (next.version() != settings.version()) {
      throw new ConcurrencyConflict("settings v" + next.version());
    }
    settings =
        new Settings(
            next.verificationRequired(),
            next.adminSecondFactorRequired(),
            next.moderation(),
            next.language(),
            next.region(),
            next.regions(),
            next.version() + 1);
    return settings;
  }
}
