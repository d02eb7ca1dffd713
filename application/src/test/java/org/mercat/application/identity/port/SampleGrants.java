package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

/** Grants for tests. */
public final class SampleGrants {

  public static final Instant FROM = Instant.parse("2026-11-15T14:00:00Z");

  private SampleGrants() {}

  /** A grant in the default tenant. */
  public static AccessGrant grant() {
    return grant(TenantId.DEFAULT);
  }

  public static AccessGrant grant(TenantId tenant) {
    return new AccessGrant(
        tenant,
        new UserId(UUID.randomUUID()),
        new SessionId(UUID.randomUUID()),
        Set.of(Role.CLIENT, Role.PROVIDER),
        FROM,
        FROM.plus(AccessGrant.LIFE));
  }
}
