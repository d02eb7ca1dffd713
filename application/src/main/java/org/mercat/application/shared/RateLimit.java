package org.mercat.application.shared;

import java.time.Duration;

/**
 * How many tokens there are of one kind. They come back evenly: one in every {@code quota}-th part
 * of the window, and never more than the quota are there.
 *
 * @param name unique, in lower case; callers see it
 * @param quota tokens
 * @param isExact whether every token is asked for by itself; otherwise a node may take some ahead
 */
public record RateLimit(String name, int quota, Duration window, boolean isExact) {

  private static final int PARTS = 20;
  private static final int LARGEST_PART = 50;

  /** A limit that lets anything through at all. */
  public RateLimit {
    if (quota < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(name + " lets nothing through");
    }
  }

  /** So many tokens a node takes at once: a twentieth of the quota, 50 at the most. */
  public int ahead() {
    return isExact ? 1 : Math.clamp(quota / PARTS, 1, LARGEST_PART);
  }

  /** The time in which one token comes back; at least a nanosecond. */
  public Duration perToken() {
    return Duration.ofNanos(Math.max(1, window.toNanos() / quota));
  }
}
