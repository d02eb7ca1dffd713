package org.mercat.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.JvmZones;

class FeePeriodTest {

  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");

  @Test
  void a_period_is_half_open() {
    var period = new FeePeriod(NOON, Optional.of(NOON.plusSeconds(60)));

    assertThat(period.contains(NOON.minusNanos(1))).isFalse();
    assertThat(period.contains(NOON)).isTrue();
    assertThat(period.contains(NOON.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(period.contains(NOON.plusSeconds(60))).isFalse();
    assertThat(FeePeriod.since(NOON).contains(Instant.MAX)).isTrue();
  }

  @Test
  void periods_that_meet_do_not_overlap() {
    var first = new FeePeriod(NOON, Optional.of(NOON.plusSeconds(60)));
    var next = FeePeriod.since(NOON.plusSeconds(60));

    assertThat(first.overlaps(next)).isFalse();
    assertThat(next.overlaps(first)).isFalse();
    assertThat(first.overlaps(FeePeriod.since(NOON.plusSeconds(59)))).isTrue();
    assertThat(FeePeriod.since(NOON).overlaps(next)).isTrue();
  }

  @Test
  void what_was_withdrawn_before_it_began_overlaps_nothing() {
    var withdrawn = FeePeriod.since(NOON).before(NOON.minusSeconds(1));

    assertThat(withdrawn).isEqualTo(new FeePeriod(NOON, Optional.of(NOON)));
    assertThat(withdrawn.contains(NOON)).isFalse();
    assertThat(withdrawn.overlaps(FeePeriod.since(NOON.minusSeconds(1)))).isFalse();
    assertThat(FeePeriod.since(NOON.minusSeconds(1)).overlaps(withdrawn)).isFalse();
  }

  @Test
  void nothing_ends_before_it_begins() {
    var before = Optional.of(NOON.minusNanos(1));

    assertThatThrownBy(() -> new FeePeriod(NOON, before))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** In Cairo the first midnight of daylight saving is skipped, in Toronto the clocks go at two. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-30, America/Toronto, 2026-12-01T05:00:00Z",
    "2026-02-28, America/Toronto, 2026-03-01T05:00:00Z",
    "2028-02-29, America/Vancouver, 2028-03-01T08:00:00Z",
    "2026-03-07, America/Toronto, 2026-03-08T05:00:00Z",
    "2026-03-08, America/Toronto, 2026-03-09T04:00:00Z",
    "2026-11-01, America/Toronto, 2026-11-02T05:00:00Z",
    "2026-04-23, Africa/Cairo, 2026-04-23T22:00:00Z",
    "2026-10-29, Africa/Cairo, 2026-10-29T22:00:00Z",
    "2026-12-31, America/St_Johns, 2027-01-01T03:30:00Z"
  })
  void a_last_day_ends_with_the_day_of_the_seller(LocalDate day, String zone, Instant end) {
    assertThat(FeePeriod.endOf(day, JvmZones.zone(zone))).isEqualTo(end);
  }
}
