package org.mercat.persistence.tenancy;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.tenancy.port.TenantSettings;
import org.mercat.domain.tenancy.Settings;
import org.mercat.persistence.shared.Sessions;

/** A tenant has no row before its administrators have said something. */
public final class MyBatisTenantSettings implements TenantSettings {

  private final Sessions sessions;
  private final Settings initial;

  /**
   * Settings that are these before anybody has set any.
   *
   * @param initial of version 0
   */
  public MyBatisTenantSettings(Sessions sessions, Settings initial) {
    this.sessions = sessions;
    this.initial = initial;
  }

  @Override
  public Settings current() {
    return Optional.ofNullable(mapper().find())
        .map(row -> row.toDomain(mapper().regions()))
        .orElse(initial);
  }

  @Override
  public Settings update(Settings settings) {
    var row = SettingsRow.of(settings);
    var stored = settings.version() == 0 ? mapper().insert(row) : mapper().update(row);
    if (stored == 0) {
      throw new ConcurrencyConflict("settings v" + settings.version());
    }
    var _ = mapper().deleteRegions();
    var regions = settings.regions().stream().map(RegionRow::of).toList();
    if (!regions.isEmpty()) {
      var _ = mapper().insertRegions(regions);
    }
    return current();
  }

  private SettingsMapper mapper() {
    return sessions.mapper(SettingsMapper.class);
  }
}
