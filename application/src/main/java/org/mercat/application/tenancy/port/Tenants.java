package org.mercat.application.tenancy.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

/**
 * Driven port: all tenants of the installation, for its operator: in a unit of work of any other
 * tenant than the default one there is none, and none can be added. Every adapter must pass {@code
 * TenantsContract}.
 */
public interface Tenants {

  TenantId nextId();

  Optional<Tenant> find(TenantId id);

  /** All of them, newest first. */
  Page<Tenant> page(PageRequest request);

  /** Adds the tenant unless its slug or one of its hosts is taken. */
  Storing add(Tenant tenant);

  /**
   * Stores version n + 1 unless one of the hosts is taken.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  Storing update(Tenant tenant);

  /** What has become of a tenant that was to be stored; a refusal has stored nothing. */
  enum Storing {
    STORED,
    SLUG_TAKEN,
    HOST_TAKEN
  }
}
