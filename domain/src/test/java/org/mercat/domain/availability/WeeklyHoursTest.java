package org.mercat.domain.availability;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyHoursTest {

  @Test
  void are_kept_in_the_order_of_the_week() {
    var late = hours(MONDAY, "13:00", "17:00");
    var early = hours(MONDAY, "09:00", "13:00");
    var sunday = hours(SUNDAY, "10:00", "12:00");

    assertThat(new WeeklyHours(List.of(sunday, late, early)).hours())
        .containsExactly(early, late, sunday);
    assertThat(new WeeklyHours(List.of(sunday, late, early)))
        .isEqualTo(new WeeklyHours(List.of(early, late, sunday)));
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, 10:00, 09:30, 11:00", "09:00, 10:00, 08:00, 09:01", "09:00, 12:00, 10:00, 11:00",
    "10:00, 11:00, 09:00, 12:00", "09:00, 10:00, 09:00, 10:00", "09:00, 00:00, 23:00, 23:30",
    "00:00, 00:00, 12:00, 13:00", "22:00, 00:00, 23:00, 00:00"
  })
  void that_overlap_are_told_by_their_place_in_the_list(
      String from, String to, String from2, String to2) {
    var hours =
        List.of(hours(SUNDAY, from2, to2), hours(MONDAY, from, to), hours(MONDAY, from2, to2));

    assertThat(WeeklyHours.of(hours)).isEqualTo(new WeeklyHours.Result.Overlap(2));
    assertThatIllegalArgumentException().isThrownBy(() -> new WeeklyHours(hours));
  }

  @Test
  void may_touch() {
    var hours =
        List.of(
            hours(MONDAY, "09:00", "12:00"),
            hours(MONDAY, "12:00", "00:00"),
            hours(MONDAY, "00:00", "09:00"));

    assertThat(WeeklyHours.of(hours))
        .isEqualTo(new WeeklyHours.Result.Valid(new WeeklyHours(hours)));
    assertThat(WeeklyHours.of(List.of())).isEqualTo(new WeeklyHours.Result.Valid(WeeklyHours.NONE));
  }

  @ParameterizedTest
  @CsvSource({"09:00, 09:00", "09:00, 08:59"})
  void begin_before_they_end(LocalTime from, LocalTime to) {
    assertThat(Hours.of(MONDAY, from, to)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Hours(MONDAY, from, to));
  }

  @Test
  void may_last_until_midnight() {
    assertThat(Hours.of(MONDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
        .contains(hours(MONDAY, "00:00", "00:00"));
  }

  private static Hours hours(DayOfWeek day, String from, String to) {
    return new Hours(day, LocalTime.parse(from), LocalTime.parse(to));
  }
}
