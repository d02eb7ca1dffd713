package org.mercat.persistence.payment;

import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.application.payment.port.ChargebackPoliciesContract;
import org.mercat.application.payment.port.Chargebacks;
import org.mercat.application.payment.port.ChargebacksContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisChargebacksTest extends MyBatisMoney
    implements ChargebacksContract, ChargebackPoliciesContract {

  @Override
  public Chargebacks chargebacks() {
    return new MyBatisChargebacks(TestDatabase.SESSIONS);
  }

  @Override
  public ChargebackPolicies policies() {
    return new MyBatisChargebackPolicies(TestDatabase.SESSIONS);
  }
}
