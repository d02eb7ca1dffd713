package org.mercat.application.tenancy;

import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Members;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.shared.Permission;

/** Query: the persons of the market, newest first, for those who manage it. */
public final class TenantMembers {

  public record Query(Caller caller, PageRequest page) {}

  public sealed interface Outcome {
    record Found(Page<Member> members) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Members members;
  private final Access access;
  private final UnitOfWork unitOfWork;

  public TenantMembers(Members members, Access access, UnitOfWork unitOfWork) {
    this.members = members;
    this.access = access;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TENANT_OWN)
        ? new Outcome.Found(unitOfWork.run(() -> members.page(query.page())))
        : new Outcome.Forbidden();
  }
}
