package org.mercat.application.audit;

import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.audit.port.SystemEventLog.Filter;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Query: what happened to the system, newest first, for those who may read it (AN-03). */
public final class SystemEventList {

  public record Query(Caller caller, Filter filter, PageRequest page) {}

  public sealed interface Outcome {
    record Listed(Page<Kept> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final SystemEventLog log;
  private final UnitOfWork unitOfWork;

  public SystemEventList(Access access, SystemEventLog log, UnitOfWork unitOfWork) {
    this.access = access;
    this.log = log;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.AUDIT_READ)
        ? new Outcome.Listed(unitOfWork.run(() -> log.find(query.filter(), query.page())))
        : new Outcome.Forbidden();
  }
}
