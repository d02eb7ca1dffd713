package org.mercat.domain.tenancy;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.TenantEvent.TenantChanged;
import org.mercat.domain.tenancy.TenantEvent.TenantOpened;

/**
 * One market of an installation, as its operator sees it. Immutable: every command returns the next
 * tenant, or why not.
 *
 * @param slug what it is called for good; no two tenants have the same
 * @param hosts requests to these are for this tenant; no two tenants have the same
 */
public record Tenant(
    TenantId id,
    String name,
    Slug slug,
    Set<HostName> hosts,
    Standing standing,
    Instant openedAt,
    long version) {

  public static final int LONGEST_NAME = 200;
  public static final int MOST_HOSTS = 20;

  /** A new tenant and the event that tells of it. */
  public record Opened(Tenant tenant, TenantOpened event) {}

  /** What a command makes of a tenant. */
  public sealed interface Transition {
    record Done(Tenant tenant, TenantChanged event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command changes nothing. */
  public enum Refusal {
    /** The default tenant serves whoever names none, and is never suspended. */
    DEFAULT_STAYS
  }

  public Tenant {
    hosts = Set.copyOf(hosts);
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a tenant's name has 1 to " + LONGEST_NAME + " characters");
    }
    if (hosts.size() > MOST_HOSTS) {
      throw new IllegalArgumentException("a tenant has at most " + MOST_HOSTS + " hosts");
    }
  }

  public static Opened open(TenantId id, String name, Slug slug, Set<HostName> hosts, Instant now) {
    var tenant = new Tenant(id, name, slug, hosts, Standing.ACTIVE, now, 0);
    return new Opened(tenant, new TenantOpened(id, now));
  }

  /** The tenant is called, reached and served in another way from now on. */
  public Transition change(String nextName, Set<HostName> nextHosts, Standing next, Instant now) {
    if (id.equals(TenantId.DEFAULT) && next == Standing.SUSPENDED) {
      return new Transition.Refused(Refusal.DEFAULT_STAYS);
    }
    var changed = new Tenant(id, nextName, slug, nextHosts, next, openedAt, version);
    return new Transition.Done(changed, new TenantChanged(id, next, now));
  }
}
