package org.mercat.persistence.tenancy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

/**
 * View {@code every_tenant}, column for component.
 *
 * @param hosts the rows of {@code every_host}, joined by commas; null when there is none
 */
record TenantRow(
    UUID id,
    String name,
    String slug,
    Standing standing,
    Instant openedAt,
    long version,
    @Nullable String hosts) {

  static TenantRow of(Tenant tenant) {
    return new TenantRow(
        tenant.id().value(),
        tenant.name(),
        tenant.slug().value(),
        tenant.standing(),
        tenant.openedAt(),
        tenant.version(),
        String.join(",", tenant.hosts().stream().map(HostName::value).toList()));
  }

  Tenant toDomain() {
    return new Tenant(
        new TenantId(id),
        name,
        new Slug(slug),
        Optional.ofNullable(hosts).stream()
            .flatMap(joined -> Stream.of(joined.split(",", -1)))
            .map(HostName::new)
            .collect(toUnmodifiableSet()),
        standing,
        openedAt,
        version);
  }
}
