package org.mercat.application.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;

/**
 * Forgets what happened to the system when it is old enough for its level; run by a job (LC-05).
 */
public final class PruneSystemEvents {

  private final SystemEventLog log;
  private final Map<Level, Duration> kept;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  /**
   * The job for these times.
   *
   * @param kept how long events of each level are kept; those of a level that is missing stay
   */
  public PruneSystemEvents(
      SystemEventLog log, Map<Level, Duration> kept, UnitOfWork unitOfWork, InstantSource system) {
    this.log = log;
    this.kept = Map.copyOf(kept);
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  /** Returns how many were forgotten. */
  public int handle() {
    var now = system.instant();
    return kept.entrySet().stream()
        .mapToInt(
            each -> unitOfWork.run(() -> log.prune(each.getKey(), now.minus(each.getValue()))))
        .sum();
  }
}
