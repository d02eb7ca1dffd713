package org.mercat.persistence.tenancy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** Indexes decide who has a host or a slug: what was claimed in vain is given back. */
public final class MyBatisTenants implements Tenants {

  private final Sessions sessions;

  public MyBatisTenants(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public TenantId nextId() {
    return new TenantId(Ids.next());
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(TenantRow::toDomain);
  }

  @Override
  public Page<Tenant> page(PageRequest request) {
    var found = mapper().page(request.after().orElse(null), request.limit() + 1);
    return Page.of(
        found.stream().map(TenantRow::toDomain).toList(), request, tenant -> tenant.id().value());
  }

  @Override
  public Storing add(Tenant tenant) {
    if (!claim(tenant.id(), tenant.hosts())) {
      return Storing.HOST_TAKEN;
    }
    if (mapper().insert(TenantRow.of(tenant)) == 0) {
      release(tenant.id(), tenant.hosts());
      return Storing.SLUG_TAKEN;
    }
    return Storing.STORED;
  }

  @Override
  public Storing update(Tenant tenant) {
    var before = find(tenant.id()).orElseThrow().hosts();
    if (!claim(tenant.id(), without(tenant.hosts(), before))) {
      return Storing.HOST_TAKEN;
    }
    release(tenant.id(), without(before, tenant.hosts()));
    if (mapper().update(TenantRow.of(tenant)) == 0) {
      throw new ConcurrencyConflict("tenant " + tenant.id().value());
    }
    return Storing.STORED;
  }

  private boolean claim(TenantId tenant, Set<HostName> hosts) {
    if (!hosts.isEmpty() && mapper().claim(tenant.value(), names(hosts)) < hosts.size()) {
      release(tenant, hosts);
      return false;
    }
    return true;
  }

  private void release(TenantId tenant, Set<HostName> hosts) {
    if (!hosts.isEmpty()) {
      var _ = mapper().release(tenant.value(), names(hosts));
    }
  }

  private static Set<HostName> without(Set<HostName> some, Set<HostName> others) {
    return some.stream().filter(host -> !others.contains(host)).collect(toUnmodifiableSet());
  }

  /** Always in the same order, so that two who claim the same do not wait for each other. */
  private static List<String> names(Set<HostName> hosts) {
    return hosts.stream().map(HostName::value).sorted().toList();
  }

  private TenantMapper mapper() {
    return sessions.mapper(TenantMapper.class);
  }
}
