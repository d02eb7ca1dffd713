package org.mercat.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.payment.PayoutPlan.Look;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Zone;

/** When a provider is looked at next, after all that can come of a look. */
class PayoutPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-16T17:00:00Z");
  private static final ProviderId PROVIDER = new ProviderId(new UUID(3, 1));
  private static final Zone TORONTO = JvmZones.zone("America/Toronto");

  @Test
  void only_an_account_that_cannot_take_money_pauses_payouts() {
    var plan = PayoutPlan.first(PROVIDER, TORONTO, NOW);
    assertThat(plan.nextAt()).contains(Instant.parse("2026-11-17T05:00:00Z"));

    for (var why : FailureCode.values()) {
      assertThat(plan.failed(why, NOW).paused()).isEqualTo(why == FailureCode.PAYEE_NOT_READY);
    }
    var paused = plan.failed(FailureCode.PAYEE_NOT_READY, NOW);
    assertThat(paused.paused()).isTrue();
    assertThat(paused.failed(FailureCode.NEVER_ARRIVED, NOW).paused()).isTrue();
    assertThat(paused.resumed().paused()).isFalse();
    assertThat(paused.resumed().leftBehind()).isTrue();
    assertThat(paused.looked(Look.NOTHING_DUE, NOW).leftBehind()).isTrue();
    assertThat(paused.looked(Look.HELD_UP, NOW).leftBehind()).isTrue();
    assertThat(paused.looked(Look.PAID_OUT, NOW).leftBehind()).isFalse();
  }

  @Test
  void who_is_paid_out_at_once_waits_a_little_when_nothing_could_be() {
    var plan =
        PayoutPlan.first(PROVIDER, TORONTO, NOW).set(new PayoutSchedule.Immediate(), NOW).plan();

    assertThat(plan.looked(Look.PAID_OUT, NOW).nextAt()).contains(NOW);
    assertThat(plan.looked(Look.NOTHING_DUE, NOW).nextAt()).contains(NOW.plus(PayoutPlan.PATIENCE));
    assertThat(plan.looked(Look.HELD_UP, NOW).nextAt()).contains(NOW.plus(PayoutPlan.PATIENCE));
    assertThat(plan.failed(FailureCode.BALANCE_INSUFFICIENT, NOW).nextAt())
        .contains(NOW.plus(PayoutPlan.PATIENCE));
    var manual = plan.set(new PayoutSchedule.Manual(), NOW).plan();
    for (var look : Look.values()) {
      assertThat(manual.looked(look, NOW).nextAt()).isEmpty();
    }
    assertThat(manual.postponed(NOW).nextAt()).isEmpty();
    assertThat(manual.failed(FailureCode.REJECTED, NOW).nextAt()).isEmpty();
  }

  @Test
  void what_has_failed_or_was_held_up_does_not_wait_for_the_schedule() {
    var plan =
        PayoutPlan.first(PROVIDER, TORONTO, NOW).set(new PayoutSchedule.Monthly(16), NOW).plan();
    var month = Instant.parse("2026-12-16T05:00:00Z");
    var soon = Instant.parse("2026-11-16T23:00:00Z");
    assertThat(plan.nextAt()).contains(month);

    assertThat(plan.postponed(NOW).nextAt()).contains(Instant.parse("2026-11-16T17:15:00Z"));
    assertThat(plan.failed(FailureCode.BALANCE_INSUFFICIENT, NOW).nextAt()).contains(soon);
    assertThat(plan.failed(FailureCode.NEVER_ARRIVED, NOW).nextAt()).contains(soon);
    assertThat(plan.looked(Look.HELD_UP, NOW).nextAt()).contains(soon);
    assertThat(plan.looked(Look.PAID_OUT, NOW).nextAt()).contains(month);
    assertThat(plan.looked(Look.NOTHING_DUE, NOW).nextAt()).contains(month);
    assertThat(plan.postponed(NOW).looked(Look.PART_PAID_OUT, NOW).nextAt())
        .contains(Instant.parse("2026-11-16T17:15:00Z"));
  }
}
