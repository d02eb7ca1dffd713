package org.mercat.application.fee;

import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.FeeRules.Selection;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.shared.Permission;

/** Query: the rates and when they hold, the last set first, for administrators. */
public final class FeeRuleList {

  public record Query(Caller caller, Selection selection, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Page<FeeRule> rules) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final FeeRules rules;
  private final UnitOfWork unitOfWork;

  public FeeRuleList(Access access, FeeRules rules, UnitOfWork unitOfWork) {
    this.access = access;
    this.rules = rules;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.FEE_MANAGE)
        ? new Outcome.Found(unitOfWork.run(() -> rules.page(query.selection(), query.page())))
        : new Outcome.Forbidden();
  }
}
