package org.mercat.domain.availability;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;

class SlotsTest {

  private static final Zone TORONTO = JvmZones.zone("America/Toronto");
  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final LocalDate MONDAY_16 = LocalDate.parse("2026-11-16");
  private static final LocalDate BACK = LocalDate.parse("2026-11-01");
  private static final LocalDate FORWARD = LocalDate.parse("2027-03-14");

  private static final Slots MORNINGS =
      slots(TORONTO, rules(60, 30), hours(MONDAY, "09:00", "12:00"));
  private static final Slots WITH_BUFFERS =
      new Slots(
          new WeeklyHours(List.of(hours(MONDAY, "09:00", "12:00"))),
          TORONTO,
          new SlotRules(minutes(60), minutes(30), minutes(10), minutes(20)));

  @Test
  void where_clocks_go_back_the_repeated_hour_has_slots_twice() {
    var slots = slots(TORONTO, rules(60, 30), hours(SUNDAY, "00:30", "04:00"));

    assertThat(starts(slots, BACK))
        .containsExactly("04:30", "05:00", "05:30", "06:00", "06:30", "07:00", "07:30", "08:00");
  }

  @Test
  void where_clocks_go_forward_the_skipped_hour_has_none() {
    var slots = slots(TORONTO, rules(60, 60), hours(SUNDAY, "01:00", "05:00"));

    assertThat(starts(slots, FORWARD)).containsExactly("06:00", "07:00", "08:00");
  }

  @ParameterizedTest
  @CsvSource({
    "02:15, 04:00, 07:00 07:30", "00:30, 02:30, 05:30 06:00 06:30", "01:00, 03:00, 06:00 06:30",
    "02:00, 03:00, ''", "02:15, 02:45, ''", "02:15, 03:30, 07:00"
  })
  void hours_that_meet_the_skipped_hour_end_or_begin_at_the_change(
      String from, String to, String expected) {
    var slots = slots(TORONTO, rules(30, 30), hours(SUNDAY, from, to));

    assertThat(String.join(" ", starts(slots, FORWARD))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "01:30, 02:00, 05:30 06:00 06:30",
    "00:30, 01:30, 04:30 05:00",
    "01:00, 01:30, 05:00",
    "02:00, 03:00, 07:00 07:30"
  })
  void hours_that_meet_the_repeated_hour_mean_the_first(String from, String to, String expected) {
    var slots = slots(TORONTO, rules(30, 30), hours(SUNDAY, from, to));

    assertThat(String.join(" ", starts(slots, BACK))).isEqualTo(expected);
  }

  @Test
  void slots_count_to_the_day_of_their_hours_even_if_they_begin_the_day_before() {
    var newfoundland = JvmZones.zone("America/St_Johns");
    var backOverMidnight = LocalDate.parse("2006-10-29");
    var slots = slots(newfoundland, rules(30, 30), hours(SUNDAY, "00:00", "00:30"));
    var free = slots.free(backOverMidnight, backOverMidnight.plusDays(1), List.of(), LONG_AGO);

    assertThat(free)
        .extracting(slot -> newfoundland.localOf(slot.from()).toString())
        .containsExactly("2006-10-29T00:00", "2006-10-28T23:30", "2006-10-29T00:00");
    assertThat(free)
        .allSatisfy(slot -> assertThat(slots.judge(slot, List.of(), LONG_AGO)).isEqualTo(free()));
  }

  @Test
  void steps_begin_with_the_hours_and_every_slot_ends_within_them() {
    var slots = slots(TORONTO, rules(45, 40), hours(MONDAY, "09:10", "12:00"));

    assertThat(starts(slots, MONDAY_16)).containsExactly("14:10", "14:50", "15:30", "16:10");
  }

  @Test
  void hours_last_until_midnight_and_no_slot_leaves_them_for_the_next() {
    var slots =
        slots(
            TORONTO,
            rules(60, 30),
            hours(MONDAY, "22:00", "00:00"),
            hours(TUESDAY, "00:00", "01:30"));

    assertThat(
            slots.free(MONDAY_16, MONDAY_16.plusDays(2), List.of(), LONG_AGO).stream()
                .map(slot -> slot.from().toString()))
        .containsExactly(
            "2026-11-17T03:00:00Z",
            "2026-11-17T03:30:00Z",
            "2026-11-17T04:00:00Z",
            "2026-11-17T05:00:00Z",
            "2026-11-17T05:30:00Z");
  }

  @Test
  void a_whole_day_has_as_many_hours_as_the_clocks_leave_it() {
    var sundays =
        slots(
            TORONTO,
            rules(60, 60),
            hours(SATURDAY, "00:00", "00:00"),
            hours(SUNDAY, "00:00", "00:00"));

    assertThat(starts(sundays, BACK)).hasSize(25);
    assertThat(starts(sundays, BACK.minusDays(1))).hasSize(24);
    assertThat(starts(sundays, FORWARD)).hasSize(23);
  }

  @Test
  void only_the_days_asked_for_are_answered() {
    assertThat(MORNINGS.free(MONDAY_16, MONDAY_16, List.of(), LONG_AGO)).isEmpty();
    assertThat(MORNINGS.free(MONDAY_16.plusDays(1), MONDAY_16.plusDays(7), List.of(), LONG_AGO))
        .isEmpty();
    assertThat(MORNINGS.free(MONDAY_16, MONDAY_16.plusDays(15), List.of(), LONG_AGO)).hasSize(15);
  }

  @Test
  void what_begins_now_is_free_and_what_began_is_past() {
    var now = Instant.parse("2026-11-16T14:30:00Z");

    assertThat(MORNINGS.free(MONDAY_16, MONDAY_16.plusDays(1), List.of(), now))
        .extracting(SlotsTest::start)
        .containsExactly("14:30", "15:00", "15:30", "16:00");
    assertThat(MORNINGS.judge(slot("14:30", "15:30"), List.of(), now)).isEqualTo(free());
    assertThat(MORNINGS.judge(slot("14:00", "15:00"), List.of(), now))
        .isEqualTo(new Verdict.InThePast());
  }

  @Test
  void what_is_claimed_is_not_free_and_neighbours_are() {
    var claims = List.of(slot("15:00", "16:00"));

    assertThat(starts(MORNINGS, MONDAY_16, claims)).containsExactly("14:00", "16:00");
  }

  @Test
  void buffers_must_be_free_too_but_may_lie_outside_the_hours() {
    assertThat(starts(WITH_BUFFERS, MONDAY_16, List.of()))
        .containsExactly("14:00", "14:30", "15:00", "15:30", "16:00");
    assertThat(starts(WITH_BUFFERS, MONDAY_16, List.of(slot("15:20", "15:50"))))
        .containsExactly("14:00", "16:00");
    assertThat(starts(WITH_BUFFERS, MONDAY_16, List.of(slot("15:19", "15:51")))).isEmpty();
  }

  @Test
  void claims_may_come_in_any_order_and_one_within_another() {
    var claims =
        List.of(
            slot("16:30", "16:40"),
            slot("14:05", "15:30"),
            slot("14:10", "14:20"),
            slot("01:00", "02:00"));

    assertThat(starts(MORNINGS, MONDAY_16, claims)).containsExactly("15:30");
  }

  @ParameterizedTest
  @CsvSource({"13:30, 14:30", "16:30, 17:30", "13:00, 14:00", "17:00, 18:00", "14:00, 17:30"})
  void outside_the_hours_there_are_no_slots(String from, String to) {
    assertThat(MORNINGS.judge(slot(from, to), List.of(), LONG_AGO))
        .isEqualTo(new Verdict.OutsideHours());
  }

  @Test
  void a_slot_begins_on_a_step_and_may_be_longer_than_the_shortest() {
    assertThat(MORNINGS.judge(slot("14:15", "15:15"), List.of(), LONG_AGO))
        .isEqualTo(new Verdict.OffStep());
    assertThat(MORNINGS.judge(slot("14:30", "17:00"), List.of(), LONG_AGO)).isEqualTo(free());
  }

  @Test
  void a_taken_slot_names_the_first_claim_that_it_meets() {
    var first = slot("14:00", "15:00");
    var second = slot("15:30", "16:00");
    var claims = List.of(second, first);

    assertThat(MORNINGS.judge(slot("14:30", "16:30"), claims, LONG_AGO))
        .isEqualTo(new Verdict.Taken(first));
    assertThat(MORNINGS.judge(slot("15:00", "16:00"), claims, LONG_AGO))
        .isEqualTo(new Verdict.Taken(second));
    assertThat(MORNINGS.judge(slot("16:00", "17:00"), claims, LONG_AGO)).isEqualTo(free());
    assertThat(WITH_BUFFERS.judge(slot("16:00", "17:00"), claims, LONG_AGO))
        .isEqualTo(new Verdict.Taken(second));
  }

  @Test
  void rules_give_time_to_walk_and_no_time_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> rules(0, 30));
    assertThatIllegalArgumentException().isThrownBy(() -> rules(60, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlotRules(minutes(1), minutes(1), minutes(-1), minutes(0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlotRules(minutes(1), minutes(1), minutes(0), minutes(-1)));
  }

  private static Slots slots(Zone zone, SlotRules rules, Hours... hours) {
    return new Slots(new WeeklyHours(List.of(hours)), zone, rules);
  }

  private static SlotRules rules(int length, int step) {
    return new SlotRules(minutes(length), minutes(step), Duration.ZERO, Duration.ZERO);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Hours hours(DayOfWeek day, String from, String to) {
    return new Hours(day, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(on16(from), on16(to));
  }

  private static Instant on16(String utc) {
    return Instant.parse("2026-11-16T" + utc + ":00Z");
  }

  private static List<String> starts(Slots slots, LocalDate day) {
    return starts(slots, day, List.of());
  }

  private static List<String> starts(Slots slots, LocalDate day, List<TimeSlot> claims) {
    return slots.free(day, day.plusDays(1), claims, LONG_AGO).stream()
        .map(SlotsTest::start)
        .toList();
  }

  private static String start(TimeSlot slot) {
    return slot.from().toString().substring(11, 16);
  }

  private static Verdict free() {
    return new Verdict.Free();
  }
}
