package org.mercat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @Test
  void a_percent_is_ten_thousand_parts_per_million() {
    assertThat(Rate.percent(13)).isEqualTo(new Rate(130_000));
    assertThat(Rate.percent(0)).isEqualTo(Rate.ZERO);
    assertThat(Rate.percent(100)).isEqualTo(new Rate(1_000_000));
  }

  @Test
  void one_part_per_million_counts() {
    var million = Money.of(1_000_000, "CAD");

    assertThat(million.times(new Rate(1), RoundingMode.UNNECESSARY)).isEqualTo(Money.of(1, "CAD"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
  void lies_between_nothing_and_the_whole(long partsPerMillion) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(partsPerMillion));
  }

  @Test
  void refuses_percentages_that_are_none() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.percent(101));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Rate.percent(Long.MAX_VALUE));
  }
}
