package org.mercat.zones.joda;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.Slots;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.shared.TimeSlot;

/** What can be booked on days when clocks change somewhere, written down from the shipped data. */
class SlotsWhenClocksChangeTest {

  private static final ZoneBook ZONES = JodaZoneBook.shipped();

  /** From 00:30 to 04:00, an hour each, every half hour; eight of them where an hour repeats. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "America/St_Johns,   2026-11-01T03:00:00Z, 8",
    "America/Halifax,    2026-11-01T03:30:00Z, 8",
    "America/Moncton,    2026-11-01T03:30:00Z, 8",
    "America/Toronto,    2026-11-01T04:30:00Z, 8",
    "America/Iqaluit,    2026-11-01T04:30:00Z, 8",
    "America/Winnipeg,   2026-11-01T05:30:00Z, 6",
    "America/Regina,     2026-11-01T06:30:00Z, 6",
    "America/Edmonton,   2026-11-01T06:30:00Z, 6",
    "America/Yellowknife,2026-11-01T06:30:00Z, 6",
    "America/Vancouver,  2026-11-01T07:30:00Z, 6",
    "America/Whitehorse, 2026-11-01T07:30:00Z, 6"
  })
  void the_night_when_clocks_go_back_in_most_places(String zone, Instant first, int slots) {
    var free = free(zone, 30, hours(SUNDAY, "00:30", "04:00"), "2026-11-01");

    assertThat(free.getFirst()).isEqualTo(new TimeSlot(first, first.plusSeconds(3600)));
    assertThat(free).hasSize(slots);
    assertThat(free.getLast().to())
        .isEqualTo(first.plus(Duration.ofMinutes(30L * (slots - 1) + 60)));
  }

  /** From 09:00 on, the morning after: an hour off where somebody believes an old runtime. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "America/St_Johns,   2026-11-02T12:30:00Z",
    "America/Halifax,    2026-11-02T13:00:00Z",
    "America/Toronto,    2026-11-02T14:00:00Z",
    "America/Winnipeg,   2026-11-02T14:00:00Z",
    "America/Regina,     2026-11-02T15:00:00Z",
    "America/Edmonton,   2026-11-02T15:00:00Z",
    "America/Vancouver,  2026-11-02T16:00:00Z",
    "America/Whitehorse, 2026-11-02T16:00:00Z"
  })
  void the_first_slot_of_the_morning_after(String zone, Instant first) {
    var free = free(zone, 60, hours(MONDAY, "09:00", "12:00"), "2026-11-02");

    assertThat(free).hasSize(3).first().isEqualTo(new TimeSlot(first, first.plusSeconds(3600)));
  }

  /** From 01:00 to 05:00, an hour each; three of them where an hour is left out. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "America/St_Johns,   2027-03-14T04:30:00Z, 3",
    "America/Halifax,    2027-03-14T05:00:00Z, 3",
    "America/Toronto,    2027-03-14T06:00:00Z, 3",
    "America/Winnipeg,   2027-03-14T06:00:00Z, 4",
    "America/Regina,     2027-03-14T07:00:00Z, 4",
    "America/Edmonton,   2027-03-14T07:00:00Z, 4",
    "America/Vancouver,  2027-03-14T08:00:00Z, 4",
    "America/Whitehorse, 2027-03-14T08:00:00Z, 4"
  })
  void the_night_when_clocks_go_forward_in_some_places(String zone, Instant first, int slots) {
    var free = free(zone, 60, hours(SUNDAY, "01:00", "05:00"), "2027-03-14");

    assertThat(free.getFirst().from()).isEqualTo(first);
    assertThat(free).hasSize(slots);
    assertThat(free.getLast().to()).isEqualTo(first.plus(Duration.ofHours(slots)));
  }

  private static List<TimeSlot> free(String zone, int step, Hours hours, String day) {
    var rules =
        new SlotRules(
            Duration.ofMinutes(60), Duration.ofMinutes(step), Duration.ZERO, Duration.ZERO);
    var date = LocalDate.parse(day);
    return new Slots(new WeeklyHours(List.of(hours)), ZONES.zone(ZoneId.of(zone)), rules)
        .free(date, date.plusDays(1), List.of(), Instant.EPOCH);
  }

  private static Hours hours(DayOfWeek day, String from, String to) {
    return new Hours(day, LocalTime.parse(from), LocalTime.parse(to));
  }
}
