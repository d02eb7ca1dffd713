package org.mercat.domain.tax;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Three months of the calendar that begin in January, April, July or October. */
public record CalendarQuarter(LocalDate start) {

  private static final int MONTHS = 3;

  public CalendarQuarter {
    if (start.get(IsoFields.DAY_OF_QUARTER) != 1) {
      throw new IllegalArgumentException("no quarter begins on " + start);
    }
  }

  public static CalendarQuarter of(LocalDate day) {
    return new CalendarQuarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
  }

  /** The first day after it. */
  public LocalDate end() {
    return start.plusMonths(MONTHS);
  }

  public CalendarQuarter minus(int quarters) {
    return new CalendarQuarter(start.minusMonths((long) MONTHS * quarters));
  }
}
