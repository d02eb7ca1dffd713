package org.mercat.application.audit.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEventsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

class InMemorySystemEventsTest implements SystemEventLogContract, SystemEventsContract {

  private final InMemorySystemEvents events = new InMemorySystemEvents();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

  @Override
  public SystemEventLog log() {
    return events;
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
    return TenantId.DEFAULT;
  }

  @Override
  public List<Map.Entry<SystemEvents.Event, Optional<String>>> written() {
    var all = new PageRequest(PageRequest.MOST, Optional.empty());
    return events.find(SystemEventLog.Filter.EVERYTHING, all).items().stream()
        .map(kept -> Map.entry(kept.event(), kept.request()))
        .toList();
  }
}
