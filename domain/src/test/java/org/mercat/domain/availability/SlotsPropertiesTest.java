package org.mercat.domain.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;

/** Random weeks, rules and claims in every Canadian zone, on days around changes of clocks. */
class SlotsPropertiesTest {

  private static final int CASES = 25;
  private static final Duration GRID = Duration.ofMinutes(15);
  private static final List<LocalDate> FIRST_DAYS =
      Stream.of("2025-10-30", "2026-03-06", "2026-07-01", "2026-10-29", "2027-03-12")
          .map(LocalDate::parse)
          .toList();

  static Stream<Zone> zones() {
    return Subdivisions.ofCanada().stream().map(Subdivision::zone).distinct().map(JvmZones::zone);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void free_slots_are_those_judged_free_and_lie_in_the_hours_clear_of_claims(Zone zone) {
    for (var seed = 0; seed < CASES; seed++) {
      var it = Case.random(new Random(seed), zone);
      var free = it.free();

      assertThat(free).as("seed %s", seed).isEqualTo(it.judgedFree());
      free.forEach(it::assertFree);
    }
  }

  private record Case(
      Slots slots, LocalDate first, LocalDate end, List<TimeSlot> claims, Instant now) {

    static Case random(Random random, Zone zone) {
      var first = FIRST_DAYS.get(random.nextInt(FIRST_DAYS.size()));
      var end = first.plusDays(1 + random.nextInt(6));
      var begin = zone.beginOf(first);
      var rules =
          new SlotRules(
              quarters(1 + random.nextInt(8)),
              quarters(1 + random.nextInt(4)),
              quarters(random.nextInt(3)),
              quarters(random.nextInt(3)));
      var claims =
          random
              .ints(random.nextInt(12), 0, 96 * 7)
              .mapToObj(
                  quarter ->
                      TimeSlot.of(begin.plus(quarters(quarter)), quarters(1 + random.nextInt(10))))
              .toList();
      return new Case(
          new Slots(randomWeek(random), zone, rules),
          first,
          end,
          claims,
          begin.plus(quarters(random.nextInt(96))));
    }

    private static WeeklyHours randomWeek(Random random) {
      var week = new ArrayList<Hours>();
      for (var day : DayOfWeek.values()) {
        var bounds = random.ints(4, 0, 96).distinct().sorted().boxed().toList();
        for (var i = 0; i + 1 < bounds.size(); i += 2) {
          week.add(new Hours(day, time(bounds.get(i)), time(bounds.get(i + 1))));
        }
      }
      return new WeeklyHours(week);
    }

    private static LocalTime time(int quarter) {
      return LocalTime.MIDNIGHT.plus(quarters(quarter));
    }

    private static Duration quarters(int count) {
      return GRID.multipliedBy(count);
    }

    List<TimeSlot> free() {
      return slots.free(first, end, claims, now);
    }

    List<TimeSlot> judgedFree() {
      var until = slots.zone().beginOf(end);
      return Stream.iterate(
              slots.zone().beginOf(first), until::isAfter, instant -> instant.plus(GRID))
          .map(instant -> TimeSlot.of(instant, slots.rules().length()))
          .filter(slot -> slots.judge(slot, claims, now) instanceof Verdict.Free)
          .toList();
    }

    void assertFree(TimeSlot slot) {
      var rules = slots.rules();
      var local = slots.zone().localOf(slot.from());
      var around =
          slots.hours().on(local.getDayOfWeek()).stream()
              .filter(
                  hours ->
                      !local.toLocalTime().isBefore(hours.from())
                          && local.toLocalTime().isBefore(hours.to()))
              .toList();

      assertThat(around).as("hours around %s", local).hasSize(1);
      assertThat(slot.from()).isAfterOrEqualTo(now);
      assertThat(slot.length()).isEqualTo(rules.length());
      assertThat(claims).noneMatch(slot.widened(rules.before(), rules.after())::overlaps);
    }
  }
}
