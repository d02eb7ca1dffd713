package org.mercat.application.payment;

import java.util.Map;
import java.util.Optional;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Checks that the books are right, for administrators (N-03). */
public final class LedgerAudit {

  private final Access access;
  private final Ledger ledger;
  private final SystemEvents systemEvents;
  private final UnitOfWork unitOfWork;

  public LedgerAudit(
      Access access, Ledger ledger, SystemEvents systemEvents, UnitOfWork unitOfWork) {
    this.access = access;
    this.ledger = ledger;
    this.systemEvents = systemEvents;
    this.unitOfWork = unitOfWork;
  }

  /** Empty when the caller may not check the books. */
  public Optional<Ledger.Audit> handle(Caller caller) {
    return access.may(caller, Permission.LEDGER_AUDIT) ? Optional.of(audit()) : Optional.empty();
  }

  private Ledger.Audit audit() {
    var audit = unitOfWork.run(ledger::audit);
    if (!audit.problems().isEmpty()) {
      var found = Map.of("problems", Integer.toString(audit.problems().size()));
      systemEvents.report(new Event(Level.CRITICAL, "ledger", "The books are not right.", found));
    }
    return audit;
  }
}
