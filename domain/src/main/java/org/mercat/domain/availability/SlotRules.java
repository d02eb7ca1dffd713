package org.mercat.domain.availability;

import java.time.Duration;

/**
 * How long a slot is, how far apart slots may begin, and the time that the provider needs free
 * before and after each.
 */
public record SlotRules(Duration length, Duration step, Duration before, Duration after) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public SlotRules {
    if (length.compareTo(SHORTEST) < 0 || step.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("slots of " + length + " each " + step);
    }
    if (before.isNegative() || after.isNegative()) {
      throw new IllegalArgumentException("buffers of " + before + " and " + after);
    }
  }
}
