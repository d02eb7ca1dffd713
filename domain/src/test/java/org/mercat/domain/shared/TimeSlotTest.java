package org.mercat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSlotTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-16T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "9, 10, 10, 11, false", "9, 11, 10, 12, true", "9, 12, 10, 11, true",
    "9, 10, 9, 10, true", "9, 10, 11, 12, false", "9, 10, 8, 9, false"
  })
  void overlaps_what_shares_a_moment_with_it(int from, int to, int from2, int to2, boolean shares) {
    assertThat(slot(from, to).overlaps(slot(from2, to2))).isEqualTo(shares);
    assertThat(slot(from2, to2).overlaps(slot(from, to))).isEqualTo(shares);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 12, 9, 12, true",
    "9, 12, 10, 11, true",
    "9, 12, 9, 10, true",
    "9, 12, 11, 12, true",
    "9, 12, 8, 10, false",
    "9, 12, 11, 13, false",
    "9, 12, 13, 14, false"
  })
  void contains_what_does_not_leave_it(int from, int to, int from2, int to2, boolean within) {
    assertThat(slot(from, to).contains(slot(from2, to2))).isEqualTo(within);
  }

  @Test
  void has_a_length() {
    assertThat(TimeSlot.of(hour(9), Duration.ofMinutes(90)).length())
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void is_widened_by_the_time_to_come_and_to_go() {
    assertThat(slot(9, 10).widened(Duration.ofHours(1), Duration.ofHours(2)))
        .isEqualTo(slot(8, 12));
    assertThat(slot(9, 10).widened(Duration.ZERO, Duration.ZERO)).isEqualTo(slot(9, 10));
  }

  @Test
  void is_never_empty_nor_backwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> slot(9, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> slot(10, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> TimeSlot.of(hour(9), Duration.ZERO));
  }

  private static TimeSlot slot(int from, int to) {
    return new TimeSlot(hour(from), hour(to));
  }

  private static Instant hour(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }
}
