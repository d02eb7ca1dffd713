package org.mercat.application.tax;

import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRuleId;

/** Query: one tax rule, known or superseded, for administrators. */
public final class TaxRuleDetails {

  public record Query(Caller caller, TaxRuleId rule) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(RecordedRule rule) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final RecordedRules rules;
  private final UnitOfWork unitOfWork;

  public TaxRuleDetails(Access access, RecordedRules rules, UnitOfWork unitOfWork) {
    this.access = access;
    this.rules = rules;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.TAX_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> rules.find(query.rule()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
