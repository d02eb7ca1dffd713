package org.mercat.application.tenancy;

import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.domain.tenancy.TenantId;

/** Query: one market of the installation, for its operator. */
public final class TenantDetails {

  public record Query(Caller caller, TenantId tenant) {}

  public sealed interface Outcome {
    record Found(Tenant tenant) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Tenants tenants;
  private final Access access;
  private final UnitOfWork unitOfWork;

  public TenantDetails(Tenants tenants, Access access, UnitOfWork unitOfWork) {
    this.tenants = tenants;
    this.access = access;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.TENANT_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> tenants.find(query.tenant()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
