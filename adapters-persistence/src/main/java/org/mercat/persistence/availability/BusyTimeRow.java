package org.mercat.persistence.availability;

import java.time.Instant;
import org.mercat.domain.shared.TimeSlot;

/** Table {@code slot_claim}, as far as availability reads it. */
record BusyTimeRow(Instant fromTime, Instant toTime) {

  TimeSlot toDomain() {
    return new TimeSlot(fromTime, toTime);
  }
}
