package org.mercat.application.tax;

import java.time.InstantSource;
import java.util.List;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.RecordedRule.Change;
import org.mercat.domain.tax.RecordedRule.Refusal;
import org.mercat.domain.tax.RecordedRule.Transition;
import org.mercat.domain.tax.TaxRuleId;

/**
 * An administrator takes notice that the law says, or has always said, something else than a rule.
 * The rule stays as what was known until now.
 */
public final class SupersedeTaxRule {

  public record Command(Caller caller, TaxRuleId rule, Change change) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** These rules hold instead; none if the tax has never been levied at all. */
    record Superseded(List<RecordedRule> by) implements Outcome {
      public Superseded {
        by = List.copyOf(by);
      }
    }

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final RecordedRules rules;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SupersedeTaxRule(
      Access access,
      RecordedRules rules,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.rules = rules;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.TAX_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            rules
                .find(command.rule())
                .map(rule -> supersede(rule, command.change()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome supersede(RecordedRule rule, Change change) {
    return switch (rule.supersede(change, rules::nextId, clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var ended, var by, var event) -> {
        rules.supersede(ended, by);
        outbox.append(event);
        yield new Outcome.Superseded(by);
      }
    };
  }
}
