package org.mercat.application.tenancy;

import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Tenants;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tenancy.Tenant;

/** Query: the markets of the installation, newest first, for its operator. */
public final class TenantList {

  public record Query(Caller caller, PageRequest page) {}

  public sealed interface Outcome {
    record Found(Page<Tenant> tenants) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Tenants tenants;
  private final Access access;
  private final UnitOfWork unitOfWork;

  public TenantList(Tenants tenants, Access access, UnitOfWork unitOfWork) {
    this.tenants = tenants;
    this.access = access;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TENANT_MANAGE)
        ? new Outcome.Found(unitOfWork.run(() -> tenants.page(query.page())))
        : new Outcome.Forbidden();
  }
}
