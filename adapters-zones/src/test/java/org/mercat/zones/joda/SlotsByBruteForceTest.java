package org.mercat.zones.joda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.time.DateTimeZone;
import org.joda.time.tz.ZoneInfoProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.Slots;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.shared.TimeSlot;

/**
 * Random weeks, rules and claims in every zone of Canada from 2024 to 2030, half of them around a
 * change of clocks. What is free is worked out once more by looking at the clock every five
 * minutes: no rules of {@code java.time}, no offsets of a wall time, nothing but what is shown.
 */
class SlotsByBruteForceTest {

  private static final int CASES = 40;
  private static final int MINUTES = 5;
  private static final int DAYS = 4;
  private static final Duration TICK = Duration.ofMinutes(MINUTES);
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final int LAST =
      (int) (LocalDate.parse("2030-12-25").toEpochDay() - FIRST.toEpochDay());
  private static final ZoneBook ZONES = JodaZoneBook.shipped();

  static Stream<String> zonesOfCanada() {
    return Stream.of(
            "St_Johns Goose_Bay Halifax Glace_Bay Moncton Blanc-Sablon Toronto Montreal Nipigon",
            "Thunder_Bay Iqaluit Pangnirtung Atikokan Winnipeg Rainy_River Resolute Rankin_Inlet",
            "Regina Swift_Current Edmonton Cambridge_Bay Yellowknife Inuvik Creston Dawson_Creek",
            "Fort_Nelson Vancouver Whitehorse Dawson")
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .map(name -> "America/" + name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("zonesOfCanada")
  void free_slots_are_what_a_look_at_the_clock_says(String zone) throws IOException {
    var clock = new ZoneInfoProvider("org/joda/time/tz/data").getZone(zone);
    for (var seed = 0; seed < CASES; seed++) {
      var it = Case.random(new Random(seed), zone, clock);
      var free = it.slots.free(it.first, it.first.plusDays(DAYS), it.claims, it.now);

      assertThat(free).as("seed %s", seed).isEqualTo(it.byBruteForce(clock));
      assertThat(free).as("seed %s", seed).allMatch(it::isOfTrueLength);
      assertThat(it.overlapping(free)).as("seed %s", seed).isEmpty();
    }
  }

  private record Case(Slots slots, LocalDate first, List<TimeSlot> claims, Instant now) {

    static Case random(Random random, String zone, DateTimeZone clock) {
      var first = random.nextBoolean() ? anyDay(random) : beforeAChange(anyDay(random), clock);
      var begin = first.atStartOfDay().toInstant(ZoneOffset.UTC);
      var rules =
          new SlotRules(
              ticks(1 + random.nextInt(30)),
              ticks(1 + random.nextInt(12)),
              ticks(random.nextInt(7)),
              ticks(random.nextInt(7)));
      var claims =
          random
              .ints(random.nextInt(12), 0, 288 * DAYS)
              .mapToObj(tick -> TimeSlot.of(begin.plus(ticks(tick)), ticks(1 + random.nextInt(30))))
              .toList();
      return new Case(
          new Slots(randomWeek(random), ZONES.zone(ZoneId.of(zone)), rules),
          first,
          claims,
          begin.plus(ticks(random.nextInt(288))));
    }

    private static LocalDate anyDay(Random random) {
      return FIRST.plusDays(random.nextInt(LAST));
    }

    /** The next change is on one of the days; the day itself where there is none any more. */
    private static LocalDate beforeAChange(LocalDate day, DateTimeZone clock) {
      var millis = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
      var next = Instant.ofEpochMilli(clock.nextTransition(millis));
      return next.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
    }

    private static WeeklyHours randomWeek(Random random) {
      var week = new ArrayList<Hours>();
      for (var day : DayOfWeek.values()) {
        var bounds = random.ints(6, 0, 288).distinct().sorted().boxed().toList();
        for (var i = 0; i + 1 < bounds.size(); i += 2) {
          week.add(new Hours(day, time(bounds.get(i)), time(bounds.get(i + 1))));
        }
      }
      return new WeeklyHours(week);
    }

    private static LocalTime time(int tick) {
      return LocalTime.MIDNIGHT.plus(ticks(tick));
    }

    private static Duration ticks(int count) {
      return TICK.multipliedBy(count);
    }

    List<TimeSlot> byBruteForce(DateTimeZone clock) {
      var found = new ArrayList<TimeSlot>();
      for (var day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
        for (var hours : hoursOf(day.getDayOfWeek())) {
          var end = firstShowing(day.atTime(hours.to()), clock);
          var at = firstShowing(day.atTime(hours.from()), clock);
          while (!at.plus(slots.rules().length()).isAfter(end)) {
            var slot = TimeSlot.of(at, slots.rules().length());
            if (isFree(slot)) {
              found.add(slot);
            }
            at = at.plus(slots.rules().step());
          }
        }
      }
      return found;
    }

    private List<Hours> hoursOf(DayOfWeek day) {
      return slots.hours().hours().stream()
          .filter(hours -> hours.day() == day)
          .sorted(Comparator.comparing(Hours::from))
          .toList();
    }

    /** The first tick at which the clock shows this or more. */
    private static Instant firstShowing(LocalDateTime local, DateTimeZone clock) {
      var dayBefore = local.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
      return Stream.iterate(dayBefore, at -> at.plus(TICK))
          .filter(at -> !shown(at, clock).isBefore(local))
          .findFirst()
          .orElseThrow();
    }

    private static LocalDateTime shown(Instant at, DateTimeZone clock) {
      return at.plusMillis(clock.getOffset(at.toEpochMilli()))
          .atOffset(ZoneOffset.UTC)
          .toLocalDateTime();
    }

    private boolean isFree(TimeSlot slot) {
      var from = slot.from().minus(slots.rules().before());
      var to = slot.to().plus(slots.rules().after());
      return !slot.from().isBefore(now)
          && claims.stream().noneMatch(it -> it.from().isBefore(to) && from.isBefore(it.to()));
    }

    boolean isOfTrueLength(TimeSlot slot) {
      return Duration.between(slot.from(), slot.to()).equals(slots.rules().length());
    }

    /** Of slots that are as far apart as they are long, those that meet the next one. */
    List<Integer> overlapping(List<TimeSlot> free) {
      if (slots.rules().step().compareTo(slots.rules().length()) < 0) {
        return List.of();
      }
      return IntStream.range(1, free.size())
          .filter(i -> free.get(i).from().isBefore(free.get(i - 1).to()))
          .boxed()
          .toList();
    }
  }
}
