package org.mercat.domain.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open interval: {@code from} is inside, {@code to} is not, so neighbours do not overlap.
 */
public record TimeSlot(Instant from, Instant to) {

  public TimeSlot {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("empty slot " + from + " .. " + to);
    }
  }

  public static TimeSlot of(Instant from, Duration length) {
    return new TimeSlot(from, from.plus(length));
  }

  public boolean overlaps(TimeSlot other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public boolean contains(TimeSlot other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** This slot with time before and after it, as a provider needs to come and to go. */
  public TimeSlot widened(Duration before, Duration after) {
    return new TimeSlot(from.minus(before), to.plus(after));
  }
}
