package org.mercat.application.audit;

import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.audit.port.AuditTrail.Filter;
import org.mercat.application.audit.port.AuditTrail.Recorded;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Query: what was done in the market, newest first, for those who may read it. */
public final class AuditEntries {

  public record Query(Caller caller, Filter filter, PageRequest page) {}

  public sealed interface Outcome {
    record Listed(Page<Recorded> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public AuditEntries(Access access, AuditTrail trail, UnitOfWork unitOfWork) {
    this.access = access;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.AUDIT_READ)
        ? new Outcome.Listed(unitOfWork.run(() -> trail.find(query.filter(), query.page())))
        : new Outcome.Forbidden();
  }
}
