package org.mercat.domain.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mercat.domain.shared.Zone;

/**
 * The time from an instant on and until one (exclusive), if an end is known. What was ended before
 * it began has no time at all.
 */
public record FeePeriod(Instant from, Optional<Instant> until) {

  public FeePeriod {
    if (until.filter(from::isAfter).isPresent()) {
      throw new IllegalArgumentException("ends at " + until.get() + ", before " + from);
    }
  }

  public static FeePeriod since(Instant from) {
    return new FeePeriod(from, Optional.empty());
  }

  /** The end of what holds through a day of the seller's calendar, whatever its clocks do then. */
  public static Instant endOf(LocalDate lastDay, Zone zone) {
    return zone.beginOf(lastDay.plusDays(1));
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
  }

  public boolean overlaps(FeePeriod other) {
    return !isEmpty()
        && !other.isEmpty()
        && until.map(other.from::isBefore).orElse(true)
        && other.until.map(from::isBefore).orElse(true);
  }

  private boolean isEmpty() {
    return until.filter(from::equals).isPresent();
  }

  /** Whether it is over by then. */
  boolean hasEnded(Instant instant) {
    return until.filter(end -> !instant.isBefore(end)).isPresent();
  }

  /** The part of it before an instant. */
  FeePeriod before(Instant end) {
    return new FeePeriod(from, Optional.of(end.isBefore(from) ? from : end));
  }
}
