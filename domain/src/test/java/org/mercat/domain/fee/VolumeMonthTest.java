package org.mercat.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Money;

class VolumeMonthTest {

  /** Five minutes after the midnight of the seller, not of anybody else. */
  @ParameterizedTest
  @CsvSource({
    "America/Toronto, 2026-12-01T05:04:59Z, 2026-10",
    "America/Toronto, 2026-12-01T05:05:00Z, 2026-11",
    "America/Vancouver, 2026-12-01T08:04:59Z, 2026-10",
    "America/Vancouver, 2026-12-01T08:05:00Z, 2026-11",
    "America/Toronto, 2026-04-01T04:05:00Z, 2026-03",
    "America/Toronto, 2026-04-01T04:04:59Z, 2026-02",
    "America/St_Johns, 2027-01-01T03:35:00Z, 2026-12",
    "Pacific/Kiritimati, 2026-11-30T10:05:00Z, 2026-11",
    "UTC, 2028-03-01T00:04:59Z, 2028-01"
  })
  void a_month_is_over_at_the_midnight_of_the_seller(String zone, Instant now, YearMonth last) {
    assertThat(VolumeMonth.lastOver(JvmZones.zone(zone), now)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Toronto, 2026-03, 2026-03-01T05:00:00Z",
    "America/Toronto, 2026-04, 2026-04-01T04:00:00Z",
    "America/Toronto, 2026-11, 2026-11-01T04:00:00Z",
    "America/Toronto, 2026-12, 2026-12-01T05:00:00Z",
    "America/St_Johns, 2027-01, 2027-01-01T03:30:00Z",
    "America/Asuncion, 2017-10, 2017-10-01T04:00:00Z"
  })
  void a_month_begins_with_its_first_moment(String zone, YearMonth month, Instant begin) {
    assertThat(VolumeMonth.beginOf(month, JvmZones.zone(zone))).isEqualTo(begin);
  }

  @Test
  void the_average_of_orders_is_rounded_half_up() {
    assertThat(month(1_000, 3).averageOrder()).isEqualTo(Money.of(333, "CAD"));
    assertThat(month(5, 2).averageOrder()).isEqualTo(Money.of(3, "CAD"));
    assertThat(month(0, 0).averageOrder()).isEqualTo(Money.of(0, "CAD"));
  }

  @Test
  void nobody_sells_less_than_nothing() {
    assertThatThrownBy(() -> month(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> month(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static VolumeMonth month(long sales, long orders) {
    return new VolumeMonth(
        new VolumeMonthId(new UUID(0, 1)),
        new ProviderId(new UUID(0, 2)),
        YearMonth.of(2026, 10),
        Money.of(sales, "CAD"),
        orders,
        Instant.EPOCH);
  }
}
