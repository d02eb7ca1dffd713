package org.mercat.payments.sandbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever waits for something to do. */
final class Bell {

  private final Semaphore rung = new Semaphore(0);

  void ring() {
    rung.release();
  }

  /** Waits until it is rung, but not longer than this. */
  void await(Duration most) {
    try {
      if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        var _ = rung.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
