package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryGatewayInboxTest implements GatewayInboxContract {

  private final InMemoryGatewayInbox inbox = new InMemoryGatewayInbox();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(inbox);

  @Override
  public GatewayInbox inbox() {
    return inbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
