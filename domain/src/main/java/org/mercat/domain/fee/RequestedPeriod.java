package org.mercat.domain.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mercat.domain.shared.Zone;

/**
 * For how long something is to hold.
 *
 * @param from from now on when empty
 * @param until the end (exclusive)
 * @param lastDay the last day, by the calendar of the seller, if no end is named
 */
public record RequestedPeriod(
    Optional<Instant> from, Optional<Instant> until, Optional<LocalDate> lastDay) {

  /** For ever, from now on. */
  public static final RequestedPeriod FROM_NOW_ON =
      new RequestedPeriod(Optional.empty(), Optional.empty(), Optional.empty());

  /** Why something cannot hold for so long. */
  public enum Refusal {
    /** What has held is known and is not changed. */
    BEGINS_IN_THE_PAST,
    ENDS_BEFORE_IT_BEGINS
  }

  /** What becomes of the request. */
  public sealed interface Answer {
    record Granted(FeePeriod period) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }

  /** For how long it is to hold, if it is said then and by the calendar of that zone. */
  public Answer at(Instant now, Zone zone) {
    var begin = from.orElse(now);
    if (begin.isBefore(now)) {
      return new Answer.Refused(Refusal.BEGINS_IN_THE_PAST);
    }
    var end = until.or(() -> lastDay.map(day -> FeePeriod.endOf(day, zone)));
    return end.filter(it -> !it.isAfter(begin)).isPresent()
        ? new Answer.Refused(Refusal.ENDS_BEFORE_IT_BEGINS)
        : new Answer.Granted(new FeePeriod(begin, end));
  }
}
