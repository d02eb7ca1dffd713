package org.mercat.persistence.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.domain.tenancy.TenantId;

/**
 * Runs jobs in turn on all nodes: a node takes a job by a lease in the database and keeps it by a
 * heartbeat; a job whose node has fallen silent goes to another one.
 */
public final class JobRunner implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_BEATS = 4;
  private static final Duration SHUTDOWN = Duration.ofSeconds(10);
  private static final int THREADS = 2;

  private record Turn(Job job, ReentrantLock lock) {}

  private final Sessions sessions;
  private final SystemEvents systemEvents;
  private final List<Turn> turns;
  private final Scheduler scheduler;

  public JobRunner(
      DataSource database, Sessions sessions, SystemEvents systemEvents, List<Job> jobs) {
    this(database, sessions, systemEvents, jobs, Duration.ofSeconds(1));
  }

  JobRunner(
      DataSource database,
      Sessions sessions,
      SystemEvents systemEvents,
      List<Job> jobs,
      Duration polling) {
    this.sessions = sessions;
    this.systemEvents = systemEvents;
    this.turns = jobs.stream().map(job -> new Turn(job, new ReentrantLock())).toList();
    this.scheduler =
        Scheduler.create(database)
            .startTasks(turns.stream().map(this::task).toList())
            .pollingInterval(polling)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_BEATS)
            .threads(THREADS)
            .shutdownMaxWait(SHUTDOWN)
            .commitWhenAutocommitDisabled(true)
            .alwaysPersistTimestampInUTC()
            .build();
  }

  public void start() {
    scheduler.start();
  }

  /** Lets the jobs that run come to their end, for a short while. */
  @Override
  public void close() {
    scheduler.stop();
  }

  /** Runs every job of the market here and now; after it nothing is due any more. */
  public void runMarketJobs() {
    turns.stream().filter(turn -> turn.job().clock() == Job.Due.BY_MARKET).forEach(this::run);
  }

  private RecurringTask<Void> task(Turn turn) {
    return Tasks.recurring(turn.job().name(), FixedDelay.of(turn.job().every()))
        .execute((_, _) -> run(turn));
  }

  /** One run at a time on this node; a tenant that fails does not stop those after it. */
  private void run(Turn turn) {
    turn.lock().lock();
    try {
      var failed = new JobFailed(turn.job().name());
      tenants().forEach(each -> run(turn.job(), each, failed));
      if (failed.getSuppressed().length > 0) {
        throw failed;
      }
    } finally {
      turn.lock().unlock();
    }
  }

  /** Every tenant there is, in a fixed order. */
  private List<TenantId> tenants() {
    return sessions.joined(
        () -> sessions.mapper(TenantMapper.class).all().stream().map(TenantId::new).toList());
  }

  private void run(Job job, TenantId each, JobFailed failed) {
    try {
      Acting.of(each).run(job.work());
    } catch (RuntimeException failure) {
      failed.addSuppressed(failure);
      Acting.of(each).run(() -> systemEvents.report(event(job, failure)));
    }
  }

  /** What the failure says may be personal; its kind is not. */
  private static Event event(Job job, RuntimeException failure) {
    var context = Map.of("job", job.name(), "failure", failure.getClass().getSimpleName());
    return new Event(Level.ERROR, "job", "A job failed.", context);
  }

  /** Some tenant's part of a job failed; the reasons are suppressed exceptions of this one. */
  public static final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobFailed(String job) {
      super("the job " + job + " failed");
    }
  }
}
