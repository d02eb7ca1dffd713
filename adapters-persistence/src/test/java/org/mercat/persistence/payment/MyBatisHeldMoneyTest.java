package org.mercat.persistence.payment;

import org.mercat.application.payment.port.HeldMoney;
import org.mercat.application.payment.port.HeldMoneyContract;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisHeldMoneyTest extends MyBatisMoney implements HeldMoneyContract {

  @Override
  public HeldMoney heldMoney() {
    return new MyBatisHeldMoney(TestDatabase.SESSIONS);
  }
}
