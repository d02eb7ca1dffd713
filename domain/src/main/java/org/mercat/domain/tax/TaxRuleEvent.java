package org.mercat.domain.tax;

import java.time.Instant;
import java.util.List;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to what is known of taxes. */
public sealed interface TaxRuleEvent extends DomainEvent {

  TaxRuleId rule();

  @Override
  default Subject subject() {
    return new Subject("tax_rule", rule().value());
  }

  record TaxRuleAdded(TaxRuleId rule, String name, Instant at) implements TaxRuleEvent {}

  /** Another rule is known to hold in its place, or none. */
  record TaxRuleSuperseded(TaxRuleId rule, List<TaxRuleId> by, String source, Instant at)
      implements TaxRuleEvent {
    public TaxRuleSuperseded {
      by = List.copyOf(by);
    }
  }
}
