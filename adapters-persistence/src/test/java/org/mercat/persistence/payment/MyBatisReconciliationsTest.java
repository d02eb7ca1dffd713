package org.mercat.persistence.payment;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.payment.port.ReconciliationsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisReconciliationsTest implements ReconciliationsContract {

  private static final AtomicInteger DAYS = new AtomicInteger();

  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public Reconciliations reconciliations() {
    return new MyBatisReconciliations(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public LocalDate day() {
    return LocalDate.of(2040, 1, 1).plusDays(2L * DAYS.incrementAndGet());
  }
}
