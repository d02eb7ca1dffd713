package org.mercat.rest.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Tenant;

/** A tenant on the wire, for the operator. */
record TenantView(
    UUID id, String name, String slug, List<String> hosts, String status, Instant openedAt) {

  static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id().value(),
        tenant.name(),
        tenant.slug().value(),
        tenant.hosts().stream().map(HostName::value).sorted().toList(),
        tenant.standing().name().toLowerCase(Locale.ROOT),
        tenant.openedAt());
  }
}
