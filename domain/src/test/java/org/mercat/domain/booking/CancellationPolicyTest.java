package org.mercat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Money;

class CancellationPolicyTest {

  private static final Instant START = Instant.parse("2030-01-08T17:00:00Z");

  @ParameterizedTest(name = "{0} before the start {1} of 20000 go back")
  @CsvSource({
    "PT72H, 20000",
    "PT48H, 20000",
    "PT47H59M59S, 10000",
    "PT30H, 10000",
    "PT24H, 10000",
    "PT23H59M, 0",
    "PT0S, 0",
    "PT-1H, 0"
  })
  void the_moderate_policy_refunds_by_notice(Duration notice, long refund) {
    var service = Money.of(20_000, "CAD");

    assertThat(CancellationPolicy.MODERATE.refund(service, START, START.minus(notice)))
        .isEqualTo(Money.of(refund, "CAD"));
  }
}
