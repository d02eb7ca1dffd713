package org.mercat.payments.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mercat.domain.payment.OperationKey;

/** Answers that are kept back although the work is done, until somebody releases them. */
final class HeldAnswers {

  private final Duration patience;
  private final Map<String, CountDownLatch> held = new ConcurrentSkipListMap<>();

  /**
   * @param patience after which the caller gives up
   */
  HeldAnswers(Duration patience) {
    this.patience = patience;
  }

  /** Waits; false when the caller has lost patience, or must stop. */
  boolean await(OperationKey key) {
    var released = held.computeIfAbsent(key.text(), _ -> new CountDownLatch(1));
    try {
      return released.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      held.remove(key.text(), released);
    }
  }

  /** The keys of the operations whose answers are kept back. */
  List<String> keys() {
    return List.copyOf(held.keySet());
  }

  /** Lets every answer go, and says of which operations. */
  List<String> release() {
    var keys = keys();
    held.values().forEach(CountDownLatch::countDown);
    return keys;
  }
}
