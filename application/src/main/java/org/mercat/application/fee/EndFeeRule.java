package org.mercat.application.fee;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.EndRefusal;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRule.Transition;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.shared.Permission;

/** An administrator says when a rate ends. Bookings that are confirmed by then keep it. */
public final class EndFeeRule {

  /**
   * The rule and its end.
   *
   * @param at now when empty
   */
  public record Command(Caller caller, FeeRuleId rule, Optional<Instant> at) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Ended(FeeRule rule) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Refused(EndRefusal why) implements Outcome {}
  }

  private final Access access;
  private final FeeRules rules;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public EndFeeRule(
      Access access,
      FeeRules rules,
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
    if (!access.may(command.caller(), Permission.FEE_MANAGE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            rules
                .find(command.rule())
                .map(rule -> store(rule.end(command.at(), clock.instant())))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome store(Transition transition) {
    return switch (transition) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var rule, var event) -> {
        rules.update(rule);
        outbox.append(event);
        yield new Outcome.Ended(rule);
      }
    };
  }
}
