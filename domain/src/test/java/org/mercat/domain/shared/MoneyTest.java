package org.mercat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final Rate HALF = Rate.percent(50);

  @Test
  void adds_and_subtracts_to_the_cent() {
    assertThat(cad(1_250).plus(cad(-300))).isEqualTo(cad(950));
    assertThat(cad(1_250).minus(cad(2_000))).isEqualTo(cad(-750));
    assertThat(cad(1_250).negated()).isEqualTo(cad(-1_250));
    assertThat(cad(1_250).times(3)).isEqualTo(cad(3_750));
  }

  @Test
  void knows_its_sign() {
    assertThat(Stream.of(-1, 0, 1).map(MoneyTest::cad).map(Money::isNegative))
        .containsExactly(true, false, false);
    assertThat(Stream.of(-1, 0, 1).map(MoneyTest::cad).map(Money::isZero))
        .containsExactly(false, true, false);
    assertThat(Stream.of(-1, 0, 1).map(MoneyTest::cad).map(Money::isPositive))
        .containsExactly(false, false, true);
  }

  @Test
  void orders_amounts_of_one_currency() {
    assertThat(Stream.of(cad(3), cad(-2), cad(0)).sorted())
        .containsExactly(cad(-2), cad(0), cad(3));
  }

  @Test
  void never_mixes_currencies() {
    var dollars = Money.of(100, "USD");

    assertThatIllegalArgumentException().isThrownBy(() -> ignore(cad(100).plus(dollars)));
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(cad(100).minus(dollars)));
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(cad(100).compareTo(dollars)));
    assertThat(cad(100)).isNotEqualTo(dollars);
    assertThat(Money.zero(Currency.getInstance("CAD"))).isNotEqualTo(Money.of(0, "USD"));
  }

  @Test
  void refuses_to_overflow_rather_than_to_wrap() {
    var most = cad(Long.MAX_VALUE);
    var least = cad(Long.MIN_VALUE);

    assertOverflow(() -> ignore(most.plus(cad(1))));
    assertOverflow(() -> ignore(least.minus(cad(1))));
    assertOverflow(() -> ignore(least.negated()));
    assertOverflow(() -> ignore(most.times(2)));
    assertOverflow(() -> ignore(most.fraction(2, 1, RoundingMode.HALF_UP)));
    assertOverflow(() -> ignore(cad(1).allocate(List.of(Long.MAX_VALUE, 1L))));
  }

  @Test
  void rates_and_fractions_of_the_largest_amount_are_exact() {
    var most = cad(Long.MAX_VALUE);

    assertThat(most.times(Rate.percent(100), RoundingMode.UNNECESSARY)).isEqualTo(most);
    assertThat(most.times(HALF, RoundingMode.DOWN)).isEqualTo(cad(Long.MAX_VALUE / 2));
    assertThat(most.fraction(Long.MAX_VALUE, Long.MAX_VALUE, RoundingMode.UNNECESSARY))
        .isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({
    "13500, 99750, 1347", "10000, 99750, 998", "3195, 130000, 415", "30, 50000, 2", "29, 50000, 1",
    "10, 50000, 1", "-10, 50000, -1", "0, 130000, 0", "100, 0, 0", "1, 1000000, 1"
  })
  void takes_a_rate_half_up(long minor, long partsPerMillion, long expected) {
    var rate = new Rate(partsPerMillion);

    assertThat(cad(minor).times(rate, RoundingMode.HALF_UP)).isEqualTo(cad(expected));
  }

  @Test
  void rounds_as_it_is_told() {
    assertThat(cad(5).times(HALF, RoundingMode.HALF_UP)).isEqualTo(cad(3));
    assertThat(cad(5).times(HALF, RoundingMode.HALF_EVEN)).isEqualTo(cad(2));
    assertThat(cad(5).times(HALF, RoundingMode.DOWN)).isEqualTo(cad(2));
    assertThat(cad(-5).times(HALF, RoundingMode.FLOOR)).isEqualTo(cad(-3));
    assertThat(cad(100).fraction(2, 3, RoundingMode.HALF_UP)).isEqualTo(cad(67));
    assertThat(cad(100).fraction(2, 3, RoundingMode.DOWN)).isEqualTo(cad(66));
  }

  @Test
  void splits_ten_dollars_in_three() {
    assertThat(cad(1_000).allocate(List.of(1L, 1L, 1L)))
        .containsExactly(cad(334), cad(333), cad(333));
  }

  @Test
  void splits_by_the_largest_remainder() {
    assertThat(cad(1_234).allocate(List.of(5L, 3L, 2L)))
        .containsExactly(cad(617), cad(370), cad(247));
    assertThat(cad(1_000).allocate(List.of(3_000L, 9_100L))).containsExactly(cad(248), cad(752));
  }

  @Test
  void gives_nothing_for_a_weight_of_nothing() {
    assertThat(cad(5).allocate(List.of(0L, 2L, 0L))).containsExactly(cad(0), cad(5), cad(0));
    assertThat(cad(0).allocate(List.of(1L, 2L))).containsExactly(cad(0), cad(0));
    assertThat(cad(2).allocate(List.of(1L, 1L, 1L))).containsExactly(cad(1), cad(1), cad(0));
  }

  @Test
  void splits_the_largest_amount_without_overflow() {
    var most = cad(Long.MAX_VALUE);

    assertThat(most.allocate(List.of(1L, Long.MAX_VALUE - 1)))
        .containsExactly(cad(1), cad(Long.MAX_VALUE - 1));
  }

  @Test
  void parts_sum_to_the_whole_and_differ_from_their_share_by_less_than_a_cent() {
    var random = new Random(7);
    for (var round = 0; round < 2_000; round++) {
      var whole = random.nextLong(1_000_000);
      var weights = random.longs(1 + random.nextInt(9), 0, 1_000).boxed().toList();
      var total = weights.stream().mapToLong(Long::longValue).sum();
      if (total > 0) {
        var parts = cad(whole).allocate(weights);

        assertThat(parts.stream().reduce(cad(0), Money::plus)).isEqualTo(cad(whole));
        for (var i = 0; i < parts.size(); i++) {
          assertThat(Math.abs(parts.get(i).minor() * total - whole * weights.get(i)))
              .isLessThan(total);
        }
      }
    }
  }

  @Test
  void cannot_split_a_debt_or_by_weights_that_make_no_sense() {
    for (var weights : List.of(List.<Long>of(), List.of(0L, 0L), List.of(2L, -1L))) {
      assertThatIllegalArgumentException().isThrownBy(() -> ignore(cad(10).allocate(weights)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> ignore(cad(-1).allocate(List.of(1L))));
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }

  private static void assertOverflow(ThrowingCallable act) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(act);
  }

  private static void ignore(Object ignored) {}
}
