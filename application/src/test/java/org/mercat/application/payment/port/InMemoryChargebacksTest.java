package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryChargebacksTest extends InMemoryMoney
    implements ChargebacksContract, ChargebackPoliciesContract {

  private final InMemoryChargebacks chargebacks = new InMemoryChargebacks();
  private final InMemoryChargebackPolicies policies = new InMemoryChargebackPolicies();
  private final UnitOfWork unitOfWork =
      new InMemoryUnitOfWork(bookings, payments, ledger, chargebacks, policies);

  @Override
  public Chargebacks chargebacks() {
    return chargebacks;
  }

  @Override
  public ChargebackPolicies policies() {
    return policies;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
