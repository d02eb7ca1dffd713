package org.mercat.application.audit.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryAuditTrailTest implements AuditTrailContract, AuditChainContract {

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail);

  @Override
  public AuditTrail trail() {
    return trail;
  }

  @Override
  public AuditChain chain() {
    return trail;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
