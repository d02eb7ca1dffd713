package org.mercat.application.audit.port;

import org.mercat.application.audit.RecordDisclosure;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.DisclosuresContract;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SecurityLogContract;
import org.mercat.application.shared.UnitOfWork;

class InMemoryAccountOfDeedsTest implements DisclosuresContract, SecurityLogContract {

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail);

  @Override
  public AuditTrail trail() {
    return trail;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Disclosures disclosures() {
    return new RecordDisclosure(trail)::handle;
  }

  @Override
  public SecurityLog securityLog() {
    return new RecordIncident(trail, unitOfWork)::handle;
  }
}
