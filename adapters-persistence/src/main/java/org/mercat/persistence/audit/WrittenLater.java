package org.mercat.persistence.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mercat.application.audit.port.SystemEventLog;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.Ids;

/**
 * Reports are written by a thread of their own, so that nobody waits for a database that has
 * trouble. What cannot be written, comes of the writing itself, or comes faster than it can be
 * written, is in the server's log only.
 */
public final class WrittenLater implements SystemEvents, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WrittenLater.class.getName());
  private static final int ROOM = 1_000;
  private static final Duration LOOKS_UP_EVERY = Duration.ofMillis(200);
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private record Report(Acting acting, Kept kept) {}

  private final SystemEventLog log;
  private final UnitOfWork unitOfWork;
  private final BlockingQueue<Report> reports = new ArrayBlockingQueue<>(ROOM);
  private final Thread writer;
  private volatile boolean closed;

  public WrittenLater(SystemEventLog log, UnitOfWork unitOfWork) {
    this.log = log;
    this.unitOfWork = unitOfWork;
    this.writer = Thread.ofPlatform().daemon().name("system-events").start(this::write);
  }

  @Override
  public void report(Event event) {
    var id = Ids.next();
    var acting = Acting.now();
    var kept = new Kept(id, Ids.time(id), event, acting.request());
    var isOfWriter = Thread.currentThread().equals(writer);
    if (closed || isOfWriter || !reports.offer(new Report(acting, kept))) {
      logInstead(kept);
    }
  }

  /** Writes what was reported before it ends. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!writer.join(SHUTDOWN)) {
        LOG.log(System.Logger.Level.WARNING, "{0} reports were not written", reports.size());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      while (!closed || !reports.isEmpty()) {
        var report = reports.poll(LOOKS_UP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (report != null) {
          write(report);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Report report) {
    try {
      report.acting().run(() -> keep(report.kept()));
    } catch (RuntimeException failure) {
      logInstead(report.kept());
      LOG.log(System.Logger.Level.WARNING, "a report was not written", failure);
    }
  }

  private void keep(Kept kept) {
    var one = List.of(kept);
    var written =
        unitOfWork.run(
            () -> {
              log.add(one);
              return one.size();
            });
    assert written == one.size();
  }

  private static void logInstead(Kept kept) {
    var event = kept.event();
    LOG.log(
        System.Logger.Level.WARNING, "{0} {1}: {2}", event.level(), event.source(), event.what());
  }
}
