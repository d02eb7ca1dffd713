package org.mercat.persistence.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.mercat.domain.availability.Hours;

/** Table {@code weekly_hours}: the end of a day is its last minute, not the first of the next. */
record HoursRow(int day, int fromMinute, int toMinute) {

  private static final int MINUTES_OF_A_DAY = Math.toIntExact(Duration.ofDays(1).toMinutes());

  static HoursRow of(Hours hours) {
    var end = minute(hours.to());
    return new HoursRow(
        hours.day().getValue(), minute(hours.from()), end == 0 ? MINUTES_OF_A_DAY : end);
  }

  Hours toDomain() {
    return new Hours(DayOfWeek.of(day), time(fromMinute), time(toMinute % MINUTES_OF_A_DAY));
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L);
  }
}
