package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.provider.ProviderId;

/** Table {@code payout_plan}, column for component, and the zone of its provider. */
record PayoutPlanRow(
    UUID providerId,
    String timeZone,
    ScheduleCode schedule,
    @Nullable Integer weekDay,
    @Nullable Integer monthDay,
    @Nullable Instant nextAt,
    boolean paused,
    boolean leftBehind,
    long version) {

  enum ScheduleCode {
    IMMEDIATE,
    DAILY,
    WEEKLY,
    MONTHLY,
    MANUAL
  }

  static PayoutPlanRow of(PayoutPlan plan) {
    return new PayoutPlanRow(
        plan.provider().value(),
        plan.zone().id().getId(),
        code(plan.schedule()),
        plan.schedule() instanceof PayoutSchedule.Weekly(var day) ? day.getValue() : null,
        plan.schedule() instanceof PayoutSchedule.Monthly(var day) ? day : null,
        plan.nextAt().orElse(null),
        plan.paused(),
        plan.leftBehind(),
        plan.version());
  }

  PayoutPlan toDomain(ZoneBook zones) {
    return new PayoutPlan(
        new ProviderId(providerId),
        zones.zone(ZoneId.of(timeZone)),
        known(),
        Optional.ofNullable(nextAt),
        paused,
        leftBehind,
        version);
  }

  private static ScheduleCode code(PayoutSchedule schedule) {
    return switch (schedule) {
      case PayoutSchedule.Immediate _ -> ScheduleCode.IMMEDIATE;
      case PayoutSchedule.Daily _ -> ScheduleCode.DAILY;
      case PayoutSchedule.Weekly _ -> ScheduleCode.WEEKLY;
      case PayoutSchedule.Monthly _ -> ScheduleCode.MONTHLY;
      case PayoutSchedule.Manual _ -> ScheduleCode.MANUAL;
    };
  }

  private PayoutSchedule known() {
    return switch (schedule) {
      case IMMEDIATE -> new PayoutSchedule.Immediate();
      case DAILY -> new PayoutSchedule.Daily();
      case WEEKLY -> new PayoutSchedule.Weekly(DayOfWeek.of(requireNonNull(weekDay)));
      case MONTHLY -> new PayoutSchedule.Monthly(requireNonNull(monthDay));
      case MANUAL -> new PayoutSchedule.Manual();
    };
  }
}
