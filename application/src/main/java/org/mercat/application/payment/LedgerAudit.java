package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Checks that the books are right, for administrators (N-03). */
public final class LedgerAudit {

  private final Access access;
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  public LedgerAudit(Access access, Ledger ledger, UnitOfWork unitOfWork) {
    this.access = access;
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
  }

  /** Empty when the caller may not check the books. */
  public Optional<Ledger.Audit> handle(Caller caller) {
    return access.may(caller, Permission.LEDGER_AUDIT)
        ? Optional.of(unitOfWork.run(ledger::audit))
        : Optional.empty();
  }
}
