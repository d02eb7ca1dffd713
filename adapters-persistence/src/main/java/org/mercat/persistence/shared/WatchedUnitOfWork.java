package org.mercat.persistence.shared;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.application.shared.UnitOfWork;

/**
 * Reports when the database refuses what the application has let through: the first wall has a
 * hole, or somebody has found a way past it.
 */
public final class WatchedUnitOfWork implements UnitOfWork {

  /** SQLSTATE insufficient_privilege: no right to it, or a row that no policy allows. */
  private static final String REFUSED = "42501";

  private final UnitOfWork unitOfWork;
  private final Supplier<SystemEvents> systemEvents;

  /**
   * Watches a unit of work.
   *
   * @param systemEvents where refusals are reported; not asked for before there is one
   */
  public WatchedUnitOfWork(UnitOfWork unitOfWork, Supplier<SystemEvents> systemEvents) {
    this.unitOfWork = unitOfWork;
    this.systemEvents = systemEvents;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    try {
      return unitOfWork.run(work);
    } catch (RuntimeException failure) {
      if (isRefusal(failure)) {
        systemEvents.get().report(refusal());
      }
      throw failure;
    }
  }

  private static boolean isRefusal(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException sql && REFUSED.equals(sql.getSQLState()));
  }

  private static Event refusal() {
    return new Event(
        Level.CRITICAL,
        "database",
        "The database refused what the application had let through.",
        Map.of("state", REFUSED));
  }
}
