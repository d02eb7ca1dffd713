package org.mercat.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.payment.PayoutEvent.PayoutScheduleSet;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

/**
 * When a provider is paid out next.
 *
 * @param zone where the provider's days begin
 * @param nextAt from when on what is due is paid out; empty if the provider asks for it
 * @param paused whether the provider's account could not take a payout, so that nothing is paid out
 *     before it is in order again, or an administrator says so
 * @param leftBehind whether money of a payout that failed lies at the gateway
 */
public record PayoutPlan(
    ProviderId provider,
    Zone zone,
    PayoutSchedule schedule,
    Optional<Instant> nextAt,
    boolean paused,
    boolean leftBehind,
    long version) {

  /** What holds until a provider chooses. */
  public static final PayoutSchedule DEFAULT = new PayoutSchedule.Daily();

  /**
   * How long it takes until the next look when somebody was faster, and when who is paid out at
   * once could not be.
   */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /** How long it takes at the most until what has failed, or was held up, is tried again. */
  public static final Duration AFTER_FAILURE = Duration.ofHours(6);

  /** What a look at what is due has come to; of several currencies, the last one of these. */
  public enum Look {
    NOTHING_DUE,
    PAID_OUT,
    /** Something is due, and cannot be paid out before something else has ended. */
    HELD_UP,
    /** More is due than goes into one payout. */
    PART_PAID_OUT
  }

  /** A plan, and that it was made. */
  public record Change(PayoutPlan plan, PayoutScheduleSet event) {}

  /** The plan of a provider that has not chosen, from its first earning on. */
  public static PayoutPlan first(ProviderId provider, Zone zone, Instant earnedAt) {
    return new PayoutPlan(provider, zone, DEFAULT, DEFAULT.next(earnedAt, zone), false, false, 0);
  }

  public Change set(PayoutSchedule next, Instant now) {
    var plan =
        new PayoutPlan(provider, zone, next, next.next(now, zone), paused, leftBehind, version);
    return new Change(plan, new PayoutScheduleSet(provider, next, now));
  }

  /** What was due has been looked at: the schedule goes on only when nothing of it has stayed. */
  public PayoutPlan looked(Look look, Instant now) {
    var next = schedule.next(now, zone);
    return switch (look) {
      case NOTHING_DUE -> with(patiently(next), paused, leftBehind);
      case PAID_OUT -> with(next, paused, false);
      case HELD_UP -> with(sooner(patiently(next), now), paused, leftBehind);
      case PART_PAID_OUT -> with(nextAt, paused, false);
    };
  }

  /** Somebody was faster, or something went wrong: nothing is known of what is due. */
  public PayoutPlan postponed(Instant now) {
    return with(nextAt.map(_ -> now.plus(PATIENCE)), paused, leftBehind);
  }

  /**
   * A payout has failed. Only the provider can mend an account that cannot take money; everything
   * else is tried again by itself, whatever the schedule.
   */
  public PayoutPlan failed(FailureCode why, Instant now) {
    return with(sooner(nextAt, now), paused || why == FailureCode.PAYEE_NOT_READY, true);
  }

  /** The provider's account is in order again, or an administrator takes it to be. */
  public PayoutPlan resumed() {
    return with(nextAt, false, leftBehind);
  }

  /** For who is paid out at once, the next moment is now. */
  private Optional<Instant> patiently(Optional<Instant> next) {
    return schedule instanceof PayoutSchedule.Immediate ? next.map(at -> at.plus(PATIENCE)) : next;
  }

  /** Never at once, for it would fail again; who is paid out by hand asks again. */
  private static Optional<Instant> sooner(Optional<Instant> at, Instant now) {
    var again = now.plus(AFTER_FAILURE);
    return at.map(next -> next.isAfter(now) ? next : now.plus(PATIENCE))
        .map(next -> next.isBefore(again) ? next : again);
  }

  private PayoutPlan with(Optional<Instant> next, boolean pausing, boolean behind) {
    return new PayoutPlan(provider, zone, schedule, next, pausing, behind, version);
  }
}
