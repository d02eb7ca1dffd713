package org.mercat.domain.availability;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.mercat.domain.shared.TimeSlot;

/** Many claims, ordered once, so that a window is compared with one of them and not with all. */
final class TakenTime {

  /** For each beginning of a claim the latest end of all claims that begin no later. */
  private final NavigableMap<Instant, Instant> untilByBeginning = new TreeMap<>();

  TakenTime(List<TimeSlot> claims) {
    var until = Instant.MIN;
    for (var claim : claims.stream().sorted(Comparator.comparing(TimeSlot::from)).toList()) {
      until = claim.to().isAfter(until) ? claim.to() : until;
      untilByBeginning.put(claim.from(), until);
    }
  }

  boolean meets(TimeSlot window) {
    var until = untilByBeginning.lowerEntry(window.to());
    return until != null && window.from().isBefore(until.getValue());
  }
}
