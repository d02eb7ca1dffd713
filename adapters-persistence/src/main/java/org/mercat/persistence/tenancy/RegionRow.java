package org.mercat.persistence.tenancy;

import org.mercat.domain.tenancy.Region;
import org.mercat.domain.tenancy.Region.Law;

/** Table {@code tenant_region}, column for component. */
record RegionRow(String code, Law law, int retentionDays, boolean consentRequired) {

  static RegionRow of(Region region) {
    return new RegionRow(
        region.code(), region.law(), region.retentionDays(), region.consentRequired());
  }

  Region toDomain() {
    return new Region(code, law, retentionDays, consentRequired);
  }
}
