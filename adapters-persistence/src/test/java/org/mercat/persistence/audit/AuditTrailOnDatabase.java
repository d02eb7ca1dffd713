package org.mercat.persistence.audit;

import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.TestDatabase;

/** The trail of a tenant that nobody has seen before. */
abstract class AuditTrailOnDatabase {

  final TenantId tenant = TestDatabase.newTenant();
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);
  private final AuditTrail trail = new MyBatisAuditTrail(TestDatabase.SESSIONS);

  public AuditTrail trail() {
    return trail;
  }

  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
