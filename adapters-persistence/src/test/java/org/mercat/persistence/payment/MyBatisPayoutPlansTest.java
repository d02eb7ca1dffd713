package org.mercat.persistence.payment;

import static org.mercat.application.payment.port.SamplePayments.cad;

import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.PayoutPlansContract;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Earning;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisPayoutPlansTest implements PayoutPlansContract {

  private final MyBatisPayoutPlans plans =
      new MyBatisPayoutPlans(TestDatabase.SESSIONS, new InMemoryZoneBook());
  private final MyBatisEarnings earnings = new MyBatisEarnings(TestDatabase.SESSIONS);
  private final KnownPayments payments = new KnownPayments();

  @Override
  public PayoutPlans plans() {
    return plans;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return payments.unitOfWork();
  }

  @Override
  public Earning earned() {
    var charge = payments.any();
    var earning = Earning.released(charge.booking(), charge.provider(), cad(10_000), NOON);
    return unitOfWork()
        .run(
            () -> {
              earnings.add(earning);
              return earning;
            });
  }
}
