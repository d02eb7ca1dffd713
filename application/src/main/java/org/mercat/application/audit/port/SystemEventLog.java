package org.mercat.application.audit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;

/**
 * Driven port: what was reported of the system, for as long as it is kept. Every adapter must pass
 * {@code SystemEventLogContract}.
 */
public interface SystemEventLog {

  /** Keeps what was reported, in the unit of work that is open. */
  void add(List<Kept> events);

  /** What fits, newest first. */
  Page<Kept> find(Filter filter, PageRequest page);

  /** Forgets what is of that level and older; returns how much that was. */
  int prune(Level level, Instant before);

  /**
   * An event that was reported.
   *
   * @param at when, by the system's clock
   * @param request the id of the request in which it happened
   */
  record Kept(UUID id, Instant at, Event event, Optional<String> request) {}

  /**
   * What is looked for; what is empty does not matter.
   *
   * @param least events of that level, and of those that matter more
   * @param from the first moment
   * @param to the moment after the last one
   */
  record Filter(Optional<Level> least, Optional<Instant> from, Optional<Instant> to) {

    public static final Filter EVERYTHING =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
