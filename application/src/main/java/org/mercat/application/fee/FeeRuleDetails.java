package org.mercat.application.fee;

import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.shared.Permission;

/** Query: one rate, also one that has ended, for administrators. */
public final class FeeRuleDetails {

  public record Query(Caller caller, FeeRuleId rule) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(FeeRule rule) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final FeeRules rules;
  private final UnitOfWork unitOfWork;

  public FeeRuleDetails(Access access, FeeRules rules, UnitOfWork unitOfWork) {
    this.access = access;
    this.rules = rules;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.FEE_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> rules.find(query.rule()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
