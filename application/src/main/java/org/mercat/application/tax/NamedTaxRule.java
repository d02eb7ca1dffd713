package org.mercat.application.tax;

import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.tax.RecordedRule;

/** Query: the rule that a tax line names, for everybody: laws are public. */
public final class NamedTaxRule {

  public record Query(String name) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(RecordedRule rule) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final RecordedRules rules;
  private final UnitOfWork unitOfWork;

  public NamedTaxRule(RecordedRules rules, UnitOfWork unitOfWork) {
    this.rules = rules;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return unitOfWork
        .run(() -> rules.named(query.name()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
