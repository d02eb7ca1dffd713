package org.mercat.bootstrap.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ends what was started, last first, once, whoever asks first: the main thread or a signal. */
final class Ending {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean begun;

  /** Keeps it for the end; when the end has begun already, it comes now. */
  synchronized <T extends AutoCloseable> T add(T part) {
    if (begun) {
      close(part);
    } else {
      open.push(part);
    }
    return part;
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  synchronized void begin() {
    begun = true;
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      System.err.println("Not everything could be stopped: " + e.getMessage());
    }
  }
}
