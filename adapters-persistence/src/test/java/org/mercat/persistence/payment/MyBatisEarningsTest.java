package org.mercat.persistence.payment;

import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;

import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.EarningsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisEarningsTest implements EarningsContract {

  private final Earnings earnings = new MyBatisEarnings(TestDatabase.SESSIONS);
  private final KnownPayments payments = new KnownPayments();

  @Override
  public Earnings earnings() {
    return earnings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return payments.unitOfWork();
  }

  @Override
  public Earning earned() {
    var charge = payments.any();
    return Earning.released(charge.booking(), charge.provider(), cad(10_000), NOW);
  }

  @Override
  public PayoutId payout(ProviderId provider) {
    return payments.payout(provider);
  }
}
