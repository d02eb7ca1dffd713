package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Zone;

class PayoutScheduleTest {

  private static final Zone TORONTO = JvmZones.zone("America/Toronto");

  @Test
  void at_once_is_at_once_and_by_hand_is_never_by_itself() {
    var now = Instant.parse("2026-11-16T17:00:00Z");

    assertThat(new PayoutSchedule.Immediate().next(now, TORONTO)).contains(now);
    assertThat(new PayoutSchedule.Manual().next(now, TORONTO)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T17:00:00Z, 2026-11-17T05:00:00Z",
    // one moment before midnight, and midnight itself
    "2026-11-17T04:59:59.999Z, 2026-11-17T05:00:00Z",
    "2026-11-17T05:00:00Z, 2026-11-18T05:00:00Z",
    // the day of 23 hours and the day of 25
    "2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z"
  })
  void daily_is_when_the_next_day_begins(Instant after, Instant next) {
    assertThat(new PayoutSchedule.Daily().next(after, TORONTO)).contains(next);
  }

  @Test
  void a_day_that_has_no_midnight_begins_with_its_first_moment() {
    var santiago = JvmZones.zone("America/Santiago");

    assertThat(new PayoutSchedule.Daily().next(Instant.parse("2026-09-05T12:00:00Z"), santiago))
        .contains(Instant.parse("2026-09-06T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T17:00:00Z, MONDAY, 2026-11-23T05:00:00Z",
    "2026-11-16T17:00:00Z, TUESDAY, 2026-11-17T05:00:00Z",
    "2026-11-16T17:00:00Z, SUNDAY, 2026-11-22T05:00:00Z",
    "2026-03-05T17:00:00Z, MONDAY, 2026-03-09T04:00:00Z"
  })
  void weekly_is_on_the_next_such_day(Instant after, DayOfWeek day, Instant next) {
    assertThat(new PayoutSchedule.Weekly(day).next(after, TORONTO)).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T17:00:00Z, 17, 2026-11-17T05:00:00Z",
    "2026-11-16T17:00:00Z, 16, 2026-12-16T05:00:00Z",
    "2026-11-16T17:00:00Z, 31, 2026-11-30T05:00:00Z",
    "2026-11-30T17:00:00Z, 31, 2026-12-31T05:00:00Z",
    "2026-12-31T17:00:00Z, 31, 2027-01-31T05:00:00Z",
    "2027-01-31T17:00:00Z, 31, 2027-02-28T05:00:00Z",
    "2028-01-31T17:00:00Z, 30, 2028-02-29T05:00:00Z",
    "2026-12-16T17:00:00Z, 1, 2027-01-01T05:00:00Z",
    "2026-03-01T17:00:00Z, 15, 2026-03-15T04:00:00Z"
  })
  void monthly_is_on_that_day_or_on_the_last_of_a_shorter_month(
      Instant after, int day, Instant next) {
    assertThat(new PayoutSchedule.Monthly(day).next(after, TORONTO)).contains(next);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32})
  void there_is_no_such_day_of_a_month(int day) {
    assertThatThrownBy(() -> new PayoutSchedule.Monthly(day))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
