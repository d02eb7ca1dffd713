package org.mercat.persistence.tenancy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.notification.Language;
import org.mercat.domain.tenancy.Moderation;
import org.mercat.domain.tenancy.Settings;

/** Table {@code tenant_settings}, column for component. */
record SettingsRow(
    boolean verificationRequired,
    boolean adminSecondFactorRequired,
    Moderation moderation,
    Language language,
    @Nullable String region,
    long version) {

  static SettingsRow of(Settings settings) {
    return new SettingsRow(
        settings.verificationRequired(),
        settings.adminSecondFactorRequired(),
        settings.moderation(),
        settings.language(),
        settings.region().orElse(null),
        settings.version());
  }

  Settings toDomain(List<RegionRow> regions) {
    return new Settings(
        verificationRequired,
        adminSecondFactorRequired,
        moderation,
        language,
        Optional.ofNullable(region),
        regions.stream().map(RegionRow::toDomain).toList(),
        version);
  }
}
