package org.mercat.persistence.tenancy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import org.mercat.application.tenancy.port.TenantDirectory;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Sessions;

/** Two functions of the database answer it, as no row of another tenant can be read. */
public final class MyBatisTenantDirectory implements TenantDirectory {

  private final Sessions sessions;

  public MyBatisTenantDirectory(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<TenantId> at(HostName host) {
    return Optional.ofNullable(mapper().at(host.value())).map(TenantId::new);
  }

  @Override
  public Set<HostName> ownHosts() {
    return mapper().ownHosts().stream().map(HostName::new).collect(toUnmodifiableSet());
  }

  @Override
  public Optional<Standing> standing(TenantId tenant) {
    return Optional.ofNullable(mapper().standing(tenant.value())).map(Standing::valueOf);
  }

  private TenantMapper mapper() {
    return sessions.mapper(TenantMapper.class);
  }
}
