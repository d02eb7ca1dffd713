package org.mercat.application.tenancy.port;

import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.tenancy.Settings;

/**
 * Driven port: how the market of the unit of work that is open works. Every adapter must pass
 * {@code TenantSettingsContract}.
 */
public interface TenantSettings {

  /** The settings in force; those that every market begins with before anybody has set any. */
  Settings current();

  /**
   * Stores the settings as version n + 1, and returns that.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  Settings update(Settings settings);
}
