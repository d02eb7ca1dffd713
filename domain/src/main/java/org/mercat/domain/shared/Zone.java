package org.mercat.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A time zone and what its clocks do. A {@link ZoneId} alone is only a name: its rules are data of
 * the product (ADR 41), which the virtual machine's are not.
 */
public record Zone(ZoneId id, ZoneRules rules) {

  public static final Zone UTC = at(ZoneOffset.UTC);

  /** Where clocks never change. */
  public static Zone at(ZoneOffset offset) {
    return new Zone(offset, ZoneRules.of(offset));
  }

  /** What the clocks show, and how far they are from UTC then. */
  public OffsetDateTime offsetTimeOf(Instant instant) {
    return instant.atOffset(rules.getOffset(instant));
  }

  /** What the clocks show. */
  public LocalDateTime localOf(Instant instant) {
    return offsetTimeOf(instant).toLocalDateTime();
  }

  /** The day by the calendar. */
  public LocalDate dayOf(Instant instant) {
    return localOf(instant).toLocalDate();
  }

  /**
   * With which offsets clocks show this: one, two where an hour repeats, none where it is left out.
   */
  public List<ZoneOffset> offsetsOf(LocalDateTime local) {
    return rules.getValidOffsets(local);
  }

  /** When clocks show this for the first time; where it is left out, when they leave it out. */
  public Instant firstOf(LocalDateTime local) {
    var offsets = offsetsOf(local);
    return offsets.isEmpty()
        ? rules.getTransition(local).getInstant()
        : local.toInstant(offsets.getFirst());
  }

  /** The first moment of a day, which need not be midnight. */
  public Instant beginOf(LocalDate day) {
    return firstOf(day.atStartOfDay());
  }
}
