package org.mercat.domain.fee;

import java.time.Instant;
import java.util.Optional;

/** Why something does not end then. */
public enum EndRefusal {
  /** It is over, or ends no later as it is. */
  ENDS_BEFORE,
  /** That time is past, and what held then stays as it was. */
  IN_THE_PAST;

  static Optional<EndRefusal> of(FeePeriod period, Instant at, Instant now) {
    if (period.hasEnded(now) || period.hasEnded(at)) {
      return Optional.of(ENDS_BEFORE);
    }
    return at.isBefore(now) ? Optional.of(IN_THE_PAST) : Optional.empty();
  }
}
