package org.mercat.application.payment;

import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.payment.port.Reconciliations.Found;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Query: where the gateway's books and ours did not agree, for administrators. */
public final class ReconciliationList {

  public record Query(Caller caller, PageRequest page) {}

  public sealed interface Outcome {
    record Listed(Page<Found> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final Reconciliations reconciliations;
  private final UnitOfWork unitOfWork;

  public ReconciliationList(Access access, Reconciliations reconciliations, UnitOfWork unitOfWork) {
    this.access = access;
    this.reconciliations = reconciliations;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.LEDGER_AUDIT)
        ? new Outcome.Listed(unitOfWork.run(() -> reconciliations.find(query.page())))
        : new Outcome.Forbidden();
  }
}
