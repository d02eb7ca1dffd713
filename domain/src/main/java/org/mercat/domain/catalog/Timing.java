package org.mercat.domain.catalog;

import java.time.Duration;

/**
 * How a service lies in the calendar.
 *
 * @param length of one booking; the shortest where the price is hourly
 * @param step between the times at which it may begin
 * @param before time the provider needs to come
 * @param after time the provider needs to go
 */
public record Timing(Duration length, Duration step, Duration before, Duration after) {

  public static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofDays(1);

  public Timing {
    requireBetween(SHORTEST, length);
    requireBetween(SHORTEST, step);
    requireBetween(Duration.ZERO, before);
    requireBetween(Duration.ZERO, after);
  }

  private static void requireBetween(Duration least, Duration duration) {
    if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not from " + least + " to " + LONGEST + ": " + duration);
    }
  }
}
