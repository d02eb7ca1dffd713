package org.mercat.persistence.payment;

import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PayeesContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPayeesTest implements PayeesContract {

  private final Payees payees = new MyBatisPayees(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  @Override
  public Payees payees() {
    return payees;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public ProviderId provider() {
    return parties.any().provider();
  }
}
