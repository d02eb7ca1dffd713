package org.mercat.application.payment.port;

import java.time.LocalDate;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryReconciliationsTest implements ReconciliationsContract {

  private final InMemoryReconciliations reconciliations = new InMemoryReconciliations();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(reconciliations);

  @Override
  public Reconciliations reconciliations() {
    return reconciliations;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public LocalDate day() {
    return LocalDate.of(2026, 11, 16);
  }
}
