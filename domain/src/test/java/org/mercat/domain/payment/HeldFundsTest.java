package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds.Alarm;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

class HeldFundsTest {

  private static final Instant CAPTURED = Instant.parse("2026-01-10T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "CA, 2026-04-10T12:00:00Z",
    "US, 2028-01-10T12:00:00Z",
    "TH, 2026-01-20T12:00:00Z",
    "FR, 2026-04-10T12:00:00Z"
  })
  void money_may_be_held_as_long_as_the_payees_country_allows(String country, Instant deadline) {
    assertThat(HeldFunds.deadline(CAPTURED, country)).isEqualTo(deadline);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-27T11:59:59Z,",
    "2026-03-27T12:00:00Z, NEAR",
    "2026-04-10T11:59:59Z, NEAR",
    "2026-04-10T12:00:00Z, PASSED"
  })
  void an_alarm_comes_a_fortnight_before_and_another_at_the_deadline(Instant now, Alarm alarm) {
    assertThat(held().alarm(now).orElse(null)).isEqualTo(alarm);
  }

  @Test
  void there_is_no_alarm_on_the_day_of_the_capture() {
    assertThat(held().alarm(CAPTURED)).isEmpty();
  }

  private static HeldFunds held() {
    return new HeldFunds(
        new BookingId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        Money.of(23_600, "CAD"),
        CAPTURED,
        HeldFunds.deadline(CAPTURED, "CA"));
  }
}
