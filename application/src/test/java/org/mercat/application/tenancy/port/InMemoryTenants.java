package org.mercat.application.tenancy.port;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

/** All tenants, and where they are reached. */
public final class InMemoryTenants implements Tenants, TenantDirectory, Store {

  private Map<TenantId, Tenant> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public TenantId nextId() {
    return new TenantId(TimeOrderedIds.next());
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Page<Tenant> page(PageRequest request) {
    var found =
        stored.values().stream()
            .sorted(Comparator.comparing((Tenant tenant) -> text(tenant.id())).reversed())
            .filter(
                tenant ->
                    request.after().stream()
                        .allMatch(after -> text(tenant.id()).compareTo(after.toString()) < 0))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, tenant -> tenant.id().value());
  }

  @Override
  public Storing add(Tenant tenant) {
    if (isHostTaken(tenant)) {
      return Storing.HOST_TAKEN;
    }
    if (stored.values().stream().anyMatch(other -> other.slug().equals(tenant.slug()))) {
      return Storing.SLUG_TAKEN;
    }
    stored.put(tenant.id(), tenant);
    return Storing.STORED;
  }

  @Override
  public Storing update(Tenant tenant) {
    if (isHostTaken(tenant)) {
      return Storing.HOST_TAKEN;
    }
    var current = stored.get(tenant.id());
    if (current == null || current.version() != tenant.version()) {
      throw new ConcurrencyConflict("tenant " + tenant.id().value());
    }
    stored.put(
        tenant.id(),
        new Tenant(
            tenant.id(),
            tenant.name(),
            tenant.slug(),
            tenant.hosts(),
            tenant.standing(),
            tenant.openedAt(),
            tenant.version() + 1));
    return Storing.STORED;
  }

  @Override
  public Optional<TenantId> at(HostName host) {
    return stored.values().stream()
        .filter(tenant -> tenant.hosts().contains(host))
        .map(Tenant::id)
        .findAny();
  }

  @Override
  public Set<HostName> ownHosts() {
    return find(Acting.now().tenant()).map(Tenant::hosts).orElse(Set.of());
  }

  @Override
  public Optional<Standing> standing(TenantId tenant) {
    return find(tenant).map(Tenant::standing);
  }

  private boolean isHostTaken(Tenant tenant) {
    return tenant.hosts().stream()
        .anyMatch(host -> at(host).filter(owner -> !owner.equals(tenant.id())).isPresent());
  }

  private static String text(TenantId id) {
    return id.value().toString();
  }
}
