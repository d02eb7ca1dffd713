package org.mercat.persistence.payment;

import org.mercat.application.payment.port.Payouts;
import org.mercat.application.payment.port.PayoutsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPayoutsTest implements PayoutsContract {

  private final Payouts payouts = new MyBatisPayouts(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  @Override
  public Payouts payouts() {
    return payouts;
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
