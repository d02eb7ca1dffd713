package org.mercat.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.mercat.domain.payment.PayoutEvent.PayoutScheduleSet;
import org.mercat.domain.provider.ProviderId;

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
    ZoneId zone,
    PayoutSchedule schedule,
    Optional<Instant> nextAt,
    boolean paused,
    boolean leftBehind,
    long version) {

  /** What holds until a provider chooses. */
  public static final PayoutSchedule DEFAULT = new PayoutSchedule.Daily();

  /** How long somebody who is paid out at once waits when nothing could be paid out. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /** A plan, and that it was made. */
  public record Change(PayoutPlan plan, PayoutScheduleSet event) {}

  /** The plan of a provider that has not chosen, from its first earning on. */
  public static PayoutPlan first(ProviderId provider, ZoneId zone, Instant earnedAt) {
    return new PayoutPlan(provider, zone, DEFAULT, DEFAULT.next(earnedAt, zone), false, false, 0);
  }

  public Change set(PayoutSchedule next, Instant now) {
    var plan =
        new PayoutPlan(provider, zone, next, next.next(now, zone), paused, leftBehind, version);
    return new Change(plan, new PayoutScheduleSet(provider, next, now));
  }

  /**
   * What was due has been looked at.
   *
   * @param paying whether a payout has come of it
   */
  public PayoutPlan looked(boolean paying, Instant now) {
    var next = schedule.next(now, zone);
    var patient = schedule instanceof PayoutSchedule.Immediate && !paying;
    return with(patient ? next.map(at -> at.plus(PATIENCE)) : next, paused, leftBehind && !paying);
  }

  /**
   * A payout has failed. Only the provider can mend an account that cannot take money; everything
   * else is tried again by itself.
   */
  public PayoutPlan failed(FailureCode why) {
    return with(nextAt, paused || why == FailureCode.PAYEE_NOT_READY, true);
  }

  /** The provider's account is in order again, or an administrator takes it to be. */
  public PayoutPlan resumed() {
    return with(nextAt, false, leftBehind);
  }

  private PayoutPlan with(Optional<Instant> next, boolean pausing, boolean behind) {
    return new PayoutPlan(provider, zone, schedule, next, pausing, behind, version);
  }
}
