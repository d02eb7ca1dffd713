package org.mercat.domain.fee;

import java.time.Instant;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a rule of fees. */
public sealed interface FeeRuleEvent extends DomainEvent {

  FeeRuleId rule();

  @Override
  default Subject subject() {
    return new Subject("fee_rule", rule().value());
  }

  record FeeRuleSet(FeeRuleId rule, Instant at) implements FeeRuleEvent {}

  record FeeRuleEnded(FeeRuleId rule, Instant until, Instant at) implements FeeRuleEvent {}
}
