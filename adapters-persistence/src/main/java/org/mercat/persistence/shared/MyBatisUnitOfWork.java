package org.mercat.persistence.shared;

import java.util.function.Supplier;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

/** One database transaction of one tenant, bound to the caller's scope while it is open. */
public final class MyBatisUnitOfWork implements UnitOfWork {

  private final Sessions sessions;
  private final Supplier<TenantId> tenant;

  public MyBatisUnitOfWork(Sessions sessions, Supplier<TenantId> tenant) {
    this.sessions = sessions;
    this.tenant = tenant;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (sessions.isOpen()) {
      throw new IllegalStateException("units of work do not nest");
    }
    return sessions.transaction(
        () -> {
          sessions.mapper(TenantMapper.class).enter(tenant.get().value());
          return work.get();
        });
  }
}
