package org.mercat.domain.fee;

import static org.mercat.domain.fee.FeeDirection.CUSTOMER_FEE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.fee.FeeRuleEvent.FeeRuleEnded;
import org.mercat.domain.fee.FeeRuleEvent.FeeRuleSet;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxRate;

/**
 * A rate and when it holds. It never speaks of a time that was over when it was set, and nothing of
 * it changes but its end: so what held at any time is known for ever.
 *
 * @param reason why, in the words of whoever has set it
 * @param onTop what a fee of clients is beside its rate; empty for everything else
 * @param version 1 as it was set, one more for each change of its end
 */
public record FeeRule(
    FeeRuleId id,
    FeeDirection direction,
    FeeScope scope,
    Rate rate,
    Optional<OnTop> onTop,
    FeePeriod period,
    String reason,
    Instant setAt,
    long version) {

  public FeeRule {
    if (!direction.takes(scope.source()) || (direction == CUSTOMER_FEE) != onTop.isPresent()) {
      throw new IllegalArgumentException("no rule: " + direction + " of " + scope + ", " + onTop);
    }
  }

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
    return set(id, direction, scope, rate, Optional.empty(), period, reason, now);
  }

  public static FeeRule set(
      FeeRuleId id,
      FeeDirection direction,
      FeeScope scope,
      Rate rate,
      Optional<OnTop> onTop,
      FeePeriod period,
      String reason,
      Instant now) {
    return new FeeRule(id, direction, scope, rate, onTop, period, reason, now, 1);
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
        new FeeRule(
            id, direction, scope, rate, onTop, period.before(at), reason, setAt, version + 1);
    return new Transition.Done(shorter, new FeeRuleEnded(id, at, now));
  }

  /** Whether both would say something of the same sellers at the same time. */
  public boolean contradicts(FeeRule other) {
    return direction == other.direction
        && scope.equals(other.scope)
        && period.overlaps(other.period);
  }

  ResolvedFee resolved() {
    return new ResolvedFee(rate, name());
  }

  /**
   * The terms of a booking that is placed under a fee of clients.
   *
   * @param rates what is charged where the service is supplied
   * @throws IllegalStateException if it is a rule of something else
   */
  public CustomerFeeTerms customerFee(List<TaxRate> rates) {
    var beside = onTop.orElseThrow(() -> new IllegalStateException("no fee of clients: " + id));
    return new CustomerFeeTerms(
        rate,
        beside.flat(),
        beside.taxed() ? rates : List.of(),
        beside.returnedInParts(),
        name().text());
  }

  private FeeRuleName name() {
    return new FeeRuleName(scope.source(), Optional.of(id), direction, version);
  }
}
