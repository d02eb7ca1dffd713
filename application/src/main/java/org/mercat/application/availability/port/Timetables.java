package org.mercat.application.availability.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.provider.ProviderId;

/** Driven port: the hours at which providers work; see {@code TimetablesContract}. */
public interface Timetables {

  /** The provider's timetable; empty until it has said when it works. */
  Optional<Timetable> find(ProviderId provider);

  /**
   * Stores a provider's first timetable as version 0.
   *
   * @throws ConcurrencyConflict if there is one already
   */
  Timetable add(ProviderId provider, WeeklyHours hours);

  /**
   * Stores other hours in place of a timetable, as its version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  Timetable replace(Timetable timetable, WeeklyHours hours);

  /** A provider's week, in the zone of the provider. */
  record Timetable(ProviderId provider, WeeklyHours hours, long version) {}
}
