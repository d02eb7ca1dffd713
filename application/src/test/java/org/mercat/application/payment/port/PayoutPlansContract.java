package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PayoutPlans.Unplanned;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutPlan.Look;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

/** What every adapter of {@link PayoutPlans} promises. */
public interface PayoutPlansContract {

  Zone TORONTO = new InMemoryZoneBook().zone(ZoneId.of("America/Toronto"));
  Instant NOON = Instant.parse("2026-11-16T17:00:00Z");
  Instant TOMORROW = Instant.parse("2026-11-17T05:00:00Z");

  PayoutPlans plans();

  UnitOfWork unitOfWork();

  /** Something that a provider in Toronto without a plan has just earned at noon, and stored. */
  Earning earned();

  @Test
  default void finds_what_was_added() {
    var plan = added(earned().provider());

    assertThat(find(plan.provider())).contains(plan);
    assertThat(plan.nextAt()).contains(TOMORROW);
    assertThat(find(earned().provider())).isEmpty();
  }

  @Test
  default void a_provider_has_one_plan() {
    var provider = added(earned().provider()).provider();

    assertThatThrownBy(() -> added(provider)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void every_schedule_is_kept_as_it_is() {
    var plan = added(earned().provider());

    for (var schedule :
        List.of(
            new PayoutSchedule.Weekly(DayOfWeek.FRIDAY),
            new PayoutSchedule.Monthly(31),
            new PayoutSchedule.Manual(),
            new PayoutSchedule.Immediate(),
            new PayoutSchedule.Daily())) {
      plan = updated(plan.set(schedule, NOON).plan());
    }
    plan = updated(plan.failed(FailureCode.PAYEE_NOT_READY, NOON));

    assertThat(plan.paused()).isTrue();
  }

  @Test
  default void update_refuses_a_stale_version() {
    var stale = added(earned().provider());
    updated(stale.resumed());

    assertThatThrownBy(() -> updated(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void who_earns_something_has_no_plan_at_first() {
    var earning = earned();
    assertThat(unplanned()).contains(new Unplanned(earning.provider(), NOON));

    added(earning.provider());

    assertThat(unplanned()).extracting(Unplanned::provider).doesNotContain(earning.provider());
  }

  @Test
  default void a_plan_is_due_from_its_moment_on_unless_it_is_paused() {
    var plan = added(earned().provider());
    assertThat(due(TOMORROW.minusMillis(1))).isEmpty();
    assertThat(due(TOMORROW)).contains(plan);

    var paused = updated(plan.failed(FailureCode.PAYEE_NOT_READY, NOON));
    assertThat(due(TOMORROW)).isEmpty();

    var resumed = updated(paused.resumed());
    assertThat(due(TOMORROW)).contains(resumed);
    updated(resumed.looked(Look.PAID_OUT, TOMORROW));
    assertThat(due(TOMORROW)).isEmpty();
  }

  @Test
  default void who_is_paid_out_at_once_is_due_while_something_is() {
    var plan = added(earned().provider());
    var immediate = updated(plan.set(new PayoutSchedule.Immediate(), NOON).plan());

    assertThat(due(NOON)).contains(immediate);
  }

  @CanIgnoreReturnValue
  private PayoutPlan added(ProviderId provider) {
    return unitOfWork()
        .run(
            () -> {
              var plan = PayoutPlan.first(provider, plans().zoneOf(provider), NOON);
              plans().add(plan);
              return plan;
            });
  }

  @CanIgnoreReturnValue
  private PayoutPlan updated(PayoutPlan plan) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  plans().update(plan);
                  return plans().find(plan.provider()).orElseThrow();
                });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(plan);
    assertThat(stored.version()).isEqualTo(plan.version() + 1);
    return stored;
  }

  private Optional<PayoutPlan> find(ProviderId provider) {
    return unitOfWork().run(() -> plans().find(provider));
  }

  private Optional<PayoutPlan> due(Instant now) {
    return unitOfWork().run(() -> plans().lockDue(now));
  }

  private List<Unplanned> unplanned() {
    return unitOfWork().run(() -> plans().unplanned(1_000));
  }
}
