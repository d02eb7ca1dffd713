package org.mercat.application.audit;

import java.util.List;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.shared.DomainEvent.Subject;

/** Keeps what may be an attack; what stands behind {@code SecurityLog}. */
public final class RecordIncident {

  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public RecordIncident(AuditTrail trail, UnitOfWork unitOfWork) {
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  public void handle(Incident incident, Subject on) {
    var source = RecordEvent.source();
    var kept =
        unitOfWork.run(
            () -> {
              var deed = Deed.without(Action.LOGIN, name(incident), on, source);
              trail.append(List.of(deed));
              return deed;
            });
    assert kept.subject().equals(on);
  }

  private static String name(Incident incident) {
    return switch (incident) {
      case SIGN_IN_FAILED -> "SignInFailed";
      case FOREIGN_TOKEN -> "ForeignToken";
    };
  }
}
