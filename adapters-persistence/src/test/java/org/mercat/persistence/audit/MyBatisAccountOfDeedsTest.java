package org.mercat.persistence.audit;

import org.mercat.application.audit.RecordDisclosure;
import org.mercat.application.audit.RecordIncident;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.DisclosuresContract;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SecurityLogContract;

class MyBatisAccountOfDeedsTest extends AuditTrailOnDatabase
    implements DisclosuresContract, SecurityLogContract {

  @Override
  public Disclosures disclosures() {
    return new RecordDisclosure(trail())::handle;
  }

  @Override
  public SecurityLog securityLog() {
    return new RecordIncident(trail(), unitOfWork())::handle;
  }
}
