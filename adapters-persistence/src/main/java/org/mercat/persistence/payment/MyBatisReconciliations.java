package org.mercat.persistence.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.mercat.application.payment.port.Reconciliations;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisReconciliations implements Reconciliations {

  private final Sessions sessions;

  public MyBatisReconciliations(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public NavigableSet<LocalDate> doneSince(LocalDate day) {
    return new TreeSet<>(mapper().doneSince(day));
  }

  @Override
  public void done(LocalDate day, Instant now) {
    var _ = mapper().done(day, now);
  }

  @Override
  public boolean add(LocalDate day, Discrepancy discrepancy, Instant now) {
    return mapper().add(DiscrepancyRow.of(Ids.next(), day, discrepancy, now)) == 1;
  }

  @Override
  public Page<Found> find(PageRequest page) {
    var found =
        mapper().find(page.after().orElse(null), page.limit() + 1).stream()
            .map(DiscrepancyRow::toDomain)
            .toList();
    return Page.of(found, page, Found::id);
  }

  private ReconciliationMapper mapper() {
    return sessions.mapper(ReconciliationMapper.class);
  }
}
