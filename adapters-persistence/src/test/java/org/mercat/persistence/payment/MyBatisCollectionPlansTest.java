package org.mercat.persistence.payment;

import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.CollectionPlansContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisCollectionPlansTest implements CollectionPlansContract {

  private final KnownPayments payments = new KnownPayments();

  @Override
  public CollectionPlans plans() {
    return new MyBatisCollectionPlans(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return payments.unitOfWork();
  }

  @Override
  public ProviderId provider() {
    return payments.any().provider();
  }
}
