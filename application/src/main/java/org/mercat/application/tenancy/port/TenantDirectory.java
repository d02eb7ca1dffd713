package org.mercat.application.tenancy.port;

import java.util.Optional;
import java.util.Set;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.TenantId;

/**
 * Driven port: where requests belong. It may be asked in a unit of work of any tenant, and tells
 * nothing else of the others. Every adapter must pass {@code TenantDirectoryContract}.
 */
public interface TenantDirectory {

  /** The tenant that is reached under the name. */
  Optional<TenantId> at(HostName host);

  /** The names of the tenant of the unit of work that is open. */
  Set<HostName> ownHosts();

  /** Whether a tenant is served; empty if there is none of the id. */
  Optional<Standing> standing(TenantId tenant);
}
