package org.mercat.persistence.shared;

import java.util.List;
import java.util.function.Supplier;
import org.mercat.domain.tenancy.TenantId;

/** For whom the present work is done: the default tenant, unless another one was entered. */
public final class CurrentTenant implements Supplier<TenantId> {

  private final ScopedValue<TenantId> entered = ScopedValue.newInstance();

  @Override
  public TenantId get() {
    return entered.orElse(TenantId.DEFAULT);
  }

  /** Runs the work for that tenant. */
  public void enter(TenantId tenant, Runnable work) {
    ScopedValue.where(entered, tenant).run(work);
  }

  /** Every tenant there is, in a fixed order. */
  static List<TenantId> all(Sessions sessions) {
    return sessions.joined(
        () -> sessions.mapper(TenantMapper.class).all().stream().map(TenantId::new).toList());
  }
}
