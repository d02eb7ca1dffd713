package org.mercat.domain.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Hours of one weekday on the wall clock. An end of 00:00 is the end of that day. */
public record Hours(DayOfWeek day, LocalTime from, LocalTime to) {

  public Hours {
    if (!areInOrder(from, to)) {
      throw new IllegalArgumentException("hours end before they begin: " + from + " to " + to);
    }
  }

  /** Nothing when they would end before they begin. */
  public static Optional<Hours> of(DayOfWeek day, LocalTime from, LocalTime to) {
    return areInOrder(from, to) ? Optional.of(new Hours(day, from, to)) : Optional.empty();
  }

  private static boolean areInOrder(LocalTime from, LocalTime to) {
    return from.isBefore(to) || to.equals(LocalTime.MIDNIGHT);
  }

  boolean overlap(Hours other) {
    return day == other.day && beginBeforeEndOf(other) && other.beginBeforeEndOf(this);
  }

  private boolean beginBeforeEndOf(Hours other) {
    return other.lastUntilMidnight() || from.isBefore(other.to);
  }

  private boolean lastUntilMidnight() {
    return to.equals(LocalTime.MIDNIGHT);
  }

  LocalDateTime beginOn(LocalDate date) {
    return date.atTime(from);
  }

  LocalDateTime endOn(LocalDate date) {
    return (lastUntilMidnight() ? date.plusDays(1) : date).atTime(to);
  }
}
