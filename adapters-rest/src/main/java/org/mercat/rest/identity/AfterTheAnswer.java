package org.mercat.rest.identity;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PortUnavailable;

/**
 * Work that is done when whoever asked for it has been answered, so that neither the answer nor the
 * time it takes tells what came of it. What a server that dies had still to do is lost.
 */
public final class AfterTheAnswer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(AfterTheAnswer.class.getName());
  private static final int WAITING = 256;
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final Executor executor;
  private final Runnable closing;

  private AfterTheAnswer(Executor executor, Runnable closing) {
    this.executor = executor;
    this.closing = closing;
  }

  /** One thing after the other, on a thread of its own; so many may wait. */
  public static AfterTheAnswer onOwnThread() {
    var waiting = new ArrayBlockingQueue<Runnable>(WAITING);
    var thread = Thread.ofPlatform().daemon().name("after-the-answer-", 1).factory();
    var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting, thread);
    return new AfterTheAnswer(pool, () -> end(pool));
  }

  /** At once, for tests. */
  static AfterTheAnswer atOnce() {
    return new AfterTheAnswer(Runnable::run, () -> {});
  }

  /**
   * Does the work soon, for whom the present work is done.
   *
   * @throws PortUnavailable if too much waits already
   */
  void run(Runnable work) {
    var acting = Acting.now();
    try {
      executor.execute(() -> acting.run(() -> logged(work)));
    } catch (RejectedExecutionException full) {
      throw new PortUnavailable("too much is to be done after answers", full);
    }
  }

  @Override
  public void close() {
    closing.run();
  }

  private static void logged(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "what was to be done after an answer has failed", failure);
    }
  }

  private static void end(ThreadPoolExecutor pool) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.WARNING, "{0} things were not done", pool.shutdownNow().size());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
