package org.mercat.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.SmallSupplier.Standing;

class SmallSupplierTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, SMALL",
    "750000, 750000, 750000, 750000, 3000000, SMALL",
    "750000, 750000, 750000, 750001, 0, OVER_IN_FOUR_QUARTERS",
    "0, 0, 0, 0, 3000001, OVER_IN_ONE_QUARTER",
    "3000001, 0, 0, 0, 0, OVER_IN_ONE_QUARTER",
    "3000000, 1, 0, 0, 0, OVER_IN_FOUR_QUARTERS"
  })
  void thirty_thousand_dollars_are_not_too_much(
      long first, long second, long third, long fourth, long now, Standing expected) {
    var supplier =
        new SmallSupplier(List.of(cad(first), cad(second), cad(third), cad(fourth)), cad(now));

    assertThat(supplier.standing()).isEqualTo(expected);
    assertThat(supplier.inFourQuarters()).isEqualTo(cad(first + second + third + fourth));
  }

  @Test
  void four_quarters_count_together() {
    var three = List.of(cad(1), cad(1), cad(1));

    assertThatIllegalArgumentException().isThrownBy(() -> supplier(three));
  }

  private static SmallSupplier supplier(List<Money> before) {
    return new SmallSupplier(before, cad(0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-01-01, 2026-04-01", "2026-03-31, 2026-01-01, 2026-04-01",
    "2026-11-15, 2026-10-01, 2027-01-01", "2024-02-29, 2024-01-01, 2024-04-01"
  })
  void every_day_is_in_one_quarter(LocalDate day, LocalDate start, LocalDate end) {
    assertThat(CalendarQuarter.of(day)).isEqualTo(new CalendarQuarter(start));
    assertThat(CalendarQuarter.of(day).end()).isEqualTo(end);
  }

  @Test
  void quarters_go_back_over_the_year() {
    assertThat(CalendarQuarter.of(LocalDate.parse("2026-02-28")).minus(4))
        .isEqualTo(new CalendarQuarter(LocalDate.parse("2025-01-01")));
    assertThatIllegalArgumentException().isThrownBy(() -> quarter(LocalDate.parse("2026-01-02")));
  }

  private static CalendarQuarter quarter(LocalDate start) {
    return new CalendarQuarter(start);
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
