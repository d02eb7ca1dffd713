package org.mercat.domain.fee;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.fee.FeeRuleEvent.FeeRuleEnded;
import org.mercat.domain.fee.FeeRuleEvent.FeeRuleSet;
import org.mercat.domain.shared.Rate;

/**
 * A rate and when it holds. It never speaks of a time that was over when it was set, and nothing of
 * it changes but its end: so what held at any time is known for ever.
 *
 * @param reason why, in the words of whoever has set it
 * @param version 1 as it was set, one more for each change of its end
 */
public record FeeRule(
    FeeRuleId id,
    FeeDirection direction,
    FeeScope scope,
    Rate rate,
    FeePeriod period,
    String reason,
    Instant setAt,
    long version) {

  /** What a command makes of a rule. */
  public sealed interface Transition {
    record Done(FeeRule rule, FeeRuleEvent event) implements Transition {}

    record Refused(EndRefusal why) implements Transition {}
  }

  public static FeeRule set(
      FeeRuleId id,
      FeeDirection direction,
      FeeScope scope,
      Rate rate,
      FeePeriod period,
      String reason,
      Instant now) {
    return new FeeRule(id, direction, scope, rate, period, reason, now, 1);
  }

  public FeeRuleEvent event() {
    return new FeeRuleSet(id, setAt);
  }

  /** The rule holds no longer than until then; one that has not begun by then never will. */
  public Transition end(Optional<Instant> at, Instant now) {
    return EndRefusal.of(period, at.orElse(now), now)
        .<Transition>map(Transition.Refused::new)
        .orElseGet(() -> ended(at.orElse(now), now));
  }

  private Transition.Done ended(Instant at, Instant now) {
    var shorter =
        new FeeRule(id, direction, scope, rate, period.before(at), reason, setAt, version + 1);
    return new Transition.Done(shorter, new FeeRuleEnded(id, at, now));
  }

  /** Whether both would say something of the same sellers at the same time. */
  public boolean contradicts(FeeRule other) {
    return direction == other.direction
        && scope.equals(other.scope)
        && period.overlaps(other.period);
  }

  ResolvedFee resolved() {
    return new ResolvedFee(
        rate, new FeeRuleName(scope.source(), Optional.of(id), direction, version));
  }
}
