package org.mercat.domain.tax;

import java.time.LocalDate;
import java.util.Optional;

/** The days from one on, and until one (exclusive) if an end is known. */
public record Validity(LocalDate from, Optional<LocalDate> to) {

  public Validity {
    if (to.filter(end -> !from.isBefore(end)).isPresent()) {
      throw new IllegalArgumentException("no day from " + from + " to " + to.get());
    }
  }

  public static Validity since(LocalDate from) {
    return new Validity(from, Optional.empty());
  }

  boolean includes(LocalDate day) {
    return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
  }

  boolean overlaps(Validity other) {
    return to.map(other.from::isBefore).orElse(true) && other.to.map(from::isBefore).orElse(true);
  }

  /** Whether no day of the other one is outside of this one; an end left open is this one's end. */
  boolean contains(Validity other) {
    return includes(other.from)
        && other.to.flatMap(end -> to.map(own -> !end.isAfter(own))).orElse(true);
  }

  /** The days of this one before those of the other one, which begins within it. */
  Optional<Validity> before(Validity other) {
    return from.isBefore(other.from)
        ? Optional.of(new Validity(from, Optional.of(other.from)))
        : Optional.empty();
  }

  /** The days of this one after those of the other one. */
  Optional<Validity> after(Validity other) {
    return other
        .to
        .filter(end -> to.map(end::isBefore).orElse(true))
        .map(end -> new Validity(end, to));
  }

  /** The days of the other one, which ends with this one at the latest. */
  Validity within(Validity other) {
    return new Validity(other.from, other.to.or(() -> to));
  }
}
