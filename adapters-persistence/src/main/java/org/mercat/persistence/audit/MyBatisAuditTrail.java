package org.mercat.persistence.audit;

import java.util.List;
import org.mercat.application.audit.port.AuditTrail;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Deed;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.JsonRows;
import org.mercat.persistence.shared.Sessions;

/** A function of the database appends; the application itself may only read. */
public final class MyBatisAuditTrail implements AuditTrail {

  private final Sessions sessions;

  public MyBatisAuditTrail(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void append(List<Deed> deeds) {
    var rows = deeds.stream().map(deed -> DeedRow.of(Ids.next(), deed)).toList();
    mapper().append(JsonRows.of(rows));
  }

  @Override
  public Page<Recorded> find(Filter filter, PageRequest page) {
    var found =
        mapper()
            .find(
                filter.actor().orElse(null),
                filter.subject().orElse(null),
                filter.action().map(Action::name).orElse(null),
                filter.from().orElse(null),
                filter.to().orElse(null),
                page.after().orElse(null),
                page.limit() + 1)
            .stream()
            .map(AuditEntryRow::toRecorded)
            .toList();
    return Page.of(found, page, recorded -> recorded.entry().id().value());
  }

  private AuditTrailMapper mapper() {
    return sessions.mapper(AuditTrailMapper.class);
  }
}
