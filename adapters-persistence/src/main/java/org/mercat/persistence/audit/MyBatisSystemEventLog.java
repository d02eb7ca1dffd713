package org.mercat.persistence.audit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.persistence.shared.Sessions;

/** What was reported of the system, as rows of the tenant. */
public final class MyBatisSystemEventLog implements SystemEventLog {

  private final Sessions sessions;

  public MyBatisSystemEventLog(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void add(List<Kept> events) {
    events.stream().map(SystemEventRow::of).forEach(mapper()::insert);
  }

  @Override
  public Page<Kept> find(Filter filter, PageRequest page) {
    var found =
        mapper()
            .find(
                atLeast(filter.least().orElse(Level.DEBUG)),
                filter.from().orElse(null),
                filter.to().orElse(null),
                page.after().orElse(null),
                page.limit() + 1)
            .stream()
            .map(SystemEventRow::toDomain)
            .toList();
    return Page.of(found, page, Kept::id);
  }

  @Override
  public int prune(Level level, Instant before) {
    return mapper().prune(level.name(), before);
  }

  private static String atLeast(Level least) {
    return Arrays.stream(Level.values())
        .filter(level -> level.compareTo(least) >= 0)
        .map(level -> '"' + level.name() + '"')
        .collect(joining(",", "[", "]"));
  }

  private SystemEventMapper mapper() {
    return sessions.mapper(SystemEventMapper.class);
  }
}
