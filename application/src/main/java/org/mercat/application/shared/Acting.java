package org.mercat.application.shared;

import java.util.Optional;
import org.mercat.domain.tenancy.TenantId;

/**
 * For whom the present work is done. What drives the application (a request, a job) binds it around
 * the work; what the application drives (a transaction, the audit trail) reads it.
 *
 * @param caller empty when nobody has signed in, or when the market itself works
 * @param request the id of the request that asked for the work; empty for work that nobody asked
 *     for
 */
public record Acting(TenantId tenant, Optional<Caller> caller, Optional<String> request) {

  private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();
  private static final Acting NOBODY = of(TenantId.DEFAULT);

  /** The market itself, at work for a tenant. */
  public static Acting of(TenantId tenant) {
    return new Acting(tenant, Optional.empty(), Optional.empty());
  }

  /** For whom the work around this call is done: nobody of the default tenant when none says. */
  public static Acting now() {
    return CURRENT.orElse(NOBODY);
  }

  /** The same in another tenant, which a token has named. */
  public Acting in(TenantId other) {
    return new Acting(other, caller, request);
  }

  public Acting as(Caller next) {
    return new Acting(tenant, Optional.of(next), request);
  }

  public Acting inRequest(String id) {
    return new Acting(tenant, caller, Optional.of(id));
  }

  /** Does the work for them. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** Does the work for them. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
