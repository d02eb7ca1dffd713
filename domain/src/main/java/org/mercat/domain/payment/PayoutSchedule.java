package org.mercat.domain.payment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.mercat.domain.shared.Zone;

/** When a provider wants to be paid out (C-24). */
public sealed interface PayoutSchedule {

  /** Whenever something is due. */
  record Immediate() implements PayoutSchedule {}

  /** When a day begins. */
  record Daily() implements PayoutSchedule {}

  /** When this day of the week begins. */
  record Weekly(DayOfWeek day) implements PayoutSchedule {}

  /** When this day of the month begins; in a shorter month its last day. */
  record Monthly(int day) implements PayoutSchedule {
    public Monthly {
      if (day < 1 || day > LONGEST_MONTH) {
        throw new IllegalArgumentException("no day of a month: " + day);
      }
    }
  }

  /** When the provider asks. */
  record Manual() implements PayoutSchedule {}

  int LONGEST_MONTH = 31;

  /**
   * The first moment for a payout: after the given one, or for {@link Immediate} that one itself. A
   * day begins with its first moment in the zone, which need not be midnight.
   */
  default Optional<Instant> next(Instant after, Zone zone) {
    var today = zone.dayOf(after);
    return switch (this) {
      case Immediate _ -> Optional.of(after);
      case Daily _ -> Optional.of(zone.beginOf(today.plusDays(1)));
      case Weekly(var day) -> Optional.of(zone.beginOf(today.with(TemporalAdjusters.next(day))));
      case Monthly(var day) -> {
        var thisMonth = inMonthOf(today, day);
        yield Optional.of(
            zone.beginOf(
                thisMonth.isAfter(today) ? thisMonth : inMonthOf(today.plusMonths(1), day)));
      }
      case Manual _ -> Optional.empty();
    };
  }

  private static LocalDate inMonthOf(LocalDate date, int day) {
    return date.withDayOfMonth(Math.min(day, date.lengthOfMonth()));
  }
}
