package org.mercat.application.audit;

import java.util.List;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Keeps what was shown to whom; what stands behind {@code Disclosures}. Runs in the unit of work of
 * the query, so that nothing is shown that was not kept.
 */
public final class RecordDisclosure {

  private static final String SHOWN = "Shown";

  private final AuditTrail trail;

  public RecordDisclosure(AuditTrail trail) {
    this.trail = trail;
  }

  public void handle(List<Subject> things) {
    if (things.isEmpty()) {
      return;
    }
    var source = RecordEvent.source();
    trail.append(
        things.stream().map(thing -> Deed.without(Action.READ, SHOWN, thing, source)).toList());
  }
}
