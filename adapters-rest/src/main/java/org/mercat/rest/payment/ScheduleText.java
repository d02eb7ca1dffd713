package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Violation.Code;

/** When a provider is paid out, on the wire. */
final class ScheduleText {

  private enum Interval {
    IMMEDIATE,
    DAILY,
    WEEKLY,
    MONTHLY,
    MANUAL
  }

  private static final String WEEK_DAY = "weekDay";
  private static final String MONTH_DAY = "monthDay";

  private static final Map<String, Interval> INTERVALS = words(Interval.values());
  private static final Map<String, DayOfWeek> DAYS = words(DayOfWeek.values());

  private ScheduleText() {}

  /**
   * A schedule as it is shown.
   *
   * @param nextAt from when on what is due is paid out; absent if the provider asks for it
   */
  record View(
      String interval,
      Optional<String> weekDay,
      Optional<Integer> monthDay,
      Optional<Instant> nextAt,
      boolean paused) {}

  static Parsed<PayoutSchedule> read(@Nullable JsonNode body) {
    var members = Members.of(body);
    var interval = members.word("interval", INTERVALS);
    var weekDay = members.optionalWord(WEEK_DAY, DAYS);
    var monthDay = members.optionalNumber(MONTH_DAY, 1, PayoutSchedule.LONGEST_MONTH);
    require(members, WEEK_DAY, interval.read(), Interval.WEEKLY);
    require(members, MONTH_DAY, interval.read(), Interval.MONTHLY);
    return members.into(
        () ->
            switch (interval.get()) {
              case IMMEDIATE -> new PayoutSchedule.Immediate();
              case DAILY -> new PayoutSchedule.Daily();
              case WEEKLY -> new PayoutSchedule.Weekly(weekDay.get().orElseThrow());
              case MONTHLY -> new PayoutSchedule.Monthly(monthDay.get().orElseThrow());
              case MANUAL -> new PayoutSchedule.Manual();
            });
  }

  /** A day is said where the interval has one, and nowhere else. */
  private static void require(
      Members members, String day, Optional<Interval> said, Interval withDay) {
    said.ifPresent(
        interval -> {
          if (interval == withDay && !members.has(day)) {
            members.violate(day, Code.REQUIRED, "is missing");
          } else if (interval != withDay && members.has(day)) {
            members.violate(day, Code.OUT_OF_RANGE, "does not go with this interval");
          }
        });
  }

  static View show(PayoutPlan plan) {
    var schedule = plan.schedule();
    return new View(
        word(interval(schedule)),
        schedule instanceof PayoutSchedule.Weekly(var day)
            ? Optional.of(word(day))
            : Optional.empty(),
        schedule instanceof PayoutSchedule.Monthly(var day) ? Optional.of(day) : Optional.empty(),
        plan.nextAt(),
        plan.paused());
  }

  private static Interval interval(PayoutSchedule schedule) {
    return switch (schedule) {
      case PayoutSchedule.Immediate _ -> Interval.IMMEDIATE;
      case PayoutSchedule.Daily _ -> Interval.DAILY;
      case PayoutSchedule.Weekly _ -> Interval.WEEKLY;
      case PayoutSchedule.Monthly _ -> Interval.MONTHLY;
      case PayoutSchedule.Manual _ -> Interval.MANUAL;
    };
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    return Arrays.stream(values)
        .collect(Collectors.toUnmodifiableMap(ScheduleText::word, Function.identity()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
