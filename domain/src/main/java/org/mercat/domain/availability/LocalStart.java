package org.mercat.domain.availability;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.shared.Zone;

/** A time on the wall clock; the offset tells apart the two hours where clocks go back. */
public record LocalStart(LocalDateTime local, Optional<ZoneOffset> offset) {

  public Resolution resolve(Zone zone) {
    var valid = zone.offsetsOf(local);
    if (valid.isEmpty()) {
      return new Resolution.Nonexistent();
    }
    if (offset.isEmpty()) {
      return valid.size() == 1 ? resolved(valid.getFirst()) : new Resolution.Ambiguous(valid);
    }
    return valid.contains(offset.get())
        ? resolved(offset.get())
        : new Resolution.WrongOffset(valid);
  }

  private Resolution resolved(ZoneOffset valid) {
    return new Resolution.Resolved(local.toInstant(valid));
  }

  public sealed interface Resolution {

    record Resolved(Instant instant) implements Resolution {}

    /** Clocks go forward over this time: no day has it. */
    record Nonexistent() implements Resolution {}

    /** Clocks go back over this time: one of these offsets must be named. */
    record Ambiguous(List<ZoneOffset> offsets) implements Resolution {}

    /** The zone does not have the named offset at this time, but these. */
    record WrongOffset(List<ZoneOffset> offsets) implements Resolution {}
  }
}
