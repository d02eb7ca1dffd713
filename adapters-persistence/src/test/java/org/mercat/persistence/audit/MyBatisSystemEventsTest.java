package org.mercat.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.audit.port.SystemEventLogContract;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEventsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.MyBatisUnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisSystemEventsTest implements SystemEventLogContract, SystemEventsContract {

  private final TenantId tenant = TestDatabase.newTenant();
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);
  private final SystemEventLog log = new MyBatisSystemEventLog(TestDatabase.SESSIONS);
  private final WrittenLater events =
      new WrittenLater(log, new MyBatisUnitOfWork(TestDatabase.SESSIONS, DatabaseRole.MARKET));

  @AfterEach
  void close() {
    events.close();
  }

  @Override
  public SystemEventLog log() {
    return log;
  }

  @Override
  public SystemEvents systemEvents() {
    return events;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public List<Map.Entry<SystemEvents.Event, Optional<String>>> written() {
    events.close();
    var all = new PageRequest(PageRequest.MOST, Optional.empty());
    return unitOfWork.run(() -> log.find(SystemEventLog.Filter.EVERYTHING, all)).items().stream()
        .map(kept -> Map.entry(kept.event(), kept.request()))
        .toList();
  }

  @Test
  void a_report_that_cannot_be_written_stops_nothing() {
    var unwritable =
        new SystemEvents.Event(SystemEvents.Level.ERROR, "NOT A SOURCE", "Nothing.", Map.of());
    var tooLong =
        new SystemEvents.Event(SystemEvents.Level.ERROR, "job", "x".repeat(500), Map.of());

    Acting.of(tenant).run(() -> events.report(unwritable));
    Acting.of(tenant).run(() -> events.report(tooLong));

    assertThat(written()).hasSize(1);
    assertThat(written().getFirst().getKey().what()).hasSize(200);
  }
}
