package org.mercat.application.audit.port;

import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Deed;

/** A trail of its own for each test of what writes there. */
public interface WithAuditTrail {

  AuditTrail trail();

  UnitOfWork unitOfWork();

  /** What was done, newest first. */
  default List<Deed> deeds() {
    var all = new PageRequest(PageRequest.MOST, Optional.empty());
    return unitOfWork().run(() -> trail().find(AuditTrail.Filter.EVERYTHING, all)).items().stream()
        .map(recorded -> recorded.entry().deed())
        .toList();
  }
}
