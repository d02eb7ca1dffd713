package org.mercat.zones.joda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.time.DateTimeZone;
import org.joda.time.tz.Provider;
import org.joda.time.tz.ZoneInfoProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is lost between Joda-Time and {@code java.time}. */
class ChangesTest {

  private static final Duration STEP = Duration.ofDays(5).plusHours(7);

  private static final Provider JODA = provider();

  static Set<String> everyZone() {
    return JODA.getAvailableIDs();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyZone")
  void clocks_show_the_same_at_all_times(String id) {
    var zone = JODA.getZone(id);
    var rules = Changes.of(zone);

    assertThat(times().filter(at -> !same(zone, at, rules.getOffset(at).getTotalSeconds())))
        .isEmpty();
    assertThat(
            times()
                .filter(
                    at -> zone.isStandardOffset(at.toEpochMilli()) == rules.isDaylightSavings(at)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyZone")
  void clocks_change_at_the_same_second(String id) {
    var zone = JODA.getZone(id);
    var changes = Changes.of(zone).getTransitions();

    assertThat(changes).allMatch(change -> isChange(zone, change));
    assertThat(changes).isSortedAccordingTo((a, b) -> a.getInstant().compareTo(b.getInstant()));
  }

  @Test
  void a_zone_with_seasons_changes_twice_a_year_until_the_end() {
    var changes = Changes.of(JODA.getZone("America/Toronto")).getTransitions();

    assertThat(changes).hasSize(2 * (2101 - 1970));
    assertThat(changes.getLast().getInstant()).isEqualTo("2100-11-07T06:00:00Z");
  }

  @Test
  void midnight_is_not_a_moment_before() {
    var changes = Changes.of(JODA.getZone("Asia/Dhaka")).getTransitions();

    assertThat(changes.getLast().getInstant()).isEqualTo("2009-12-31T17:00:00Z");
  }

  private static boolean isChange(DateTimeZone zone, ZoneOffsetTransition change) {
    var at = change.getInstant();
    return same(zone, at, change.getOffsetAfter().getTotalSeconds())
        && same(zone, at.minusSeconds(1), change.getOffsetBefore().getTotalSeconds());
  }

  private static boolean same(DateTimeZone zone, Instant at, int seconds) {
    return zone.getOffset(at.toEpochMilli()) == seconds * 1000;
  }

  private static Stream<Instant> times() {
    return Stream.iterate(Changes.FIRST, at -> at.isBefore(Changes.END), at -> at.plus(STEP));
  }

  private static Provider provider() {
    try {
      return new ZoneInfoProvider("org/joda/time/tz/data");
    } catch (IOException unreadable) {
      throw new ExceptionInInitializerError(unreadable);
    }
  }
}
