package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;

/** Checks that the books are right, for administrators (N-03). */
public final class LedgerAudit {

  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  public LedgerAudit(Ledger ledger, UnitOfWork unitOfWork) {
    this.ledger = ledger;
    this.unitOfWork = unitOfWork;
  }

  /** Empty when the caller is no administrator. */
  public Optional<Ledger.Audit> handle(Caller caller) {
    return caller.isAdmin() ? Optional.of(unitOfWork.run(ledger::audit)) : Optional.empty();
  }
}
