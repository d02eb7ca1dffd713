package org.mercat.persistence.payment;

import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInboxContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisGatewayInboxTest implements GatewayInboxContract {

  private final GatewayInbox inbox = new MyBatisGatewayInbox(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();

  @Override
  public GatewayInbox inbox() {
    return inbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
