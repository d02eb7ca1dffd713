package org.mercat.application.tenancy.port;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.Tenant.Transition;
import org.mercat.domain.tenancy.TenantId;

/** Tenants for tests, of which no two have a name or a host in common. */
public final class SampleTenants {

  public static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  private SampleTenants() {}

  public static Tenant tenant(TenantId id, HostName... hosts) {
    return Tenant.open(id, "Paws", anySlug(), Set.of(hosts), NOW).tenant();
  }

  public static Slug anySlug() {
    return new Slug("paws-" + UUID.randomUUID());
  }

  public static HostName anyHost() {
    return new HostName("paws-" + UUID.randomUUID() + ".example.org");
  }

  /** The tenant as a command makes it. */
  public static Tenant changed(Tenant tenant, Set<HostName> hosts, Standing standing) {
    return switch (tenant.change(tenant.name() + " too", hosts, standing, NOW)) {
      case Transition.Done(var next, _) -> next;
      case Transition.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }
}
