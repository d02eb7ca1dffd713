package org.mercat.application.tax;

import java.time.InstantSource;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxScope;
import org.mercat.domain.tax.Validity;

/** An administrator says what is levied where nothing was known of it. */
public final class AddTaxRule {

  /**
   * What the law says.
   *
   * @param source where to read it up
   */
  public record Command(
      Caller caller,
      Jurisdiction place,
      TaxComponent component,
      TaxScope scope,
      Levy levy,
      Validity validity,
      String source) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Added(RecordedRule rule) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** A rule is known that taxes the same thing on one of the days. */
    record Overlaps() implements Outcome {}
  }

  private final Access access;
  private final RecordedRules rules;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public AddTaxRule(
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
    return access.may(command.caller(), Permission.TAX_MANAGE)
        ? unitOfWork.run(() -> add(command))
        : new Outcome.Forbidden();
  }

  private Outcome add(Command command) {
    var rule =
        RecordedRule.known(
            rules.nextId(),
            command.place(),
            command.component(),
            command.scope(),
            command.levy(),
            command.validity(),
            command.source(),
            clock.instant());
    return switch (rules.add(rule)) {
      case OVERLAP -> new Outcome.Overlaps();
      case ADDED -> {
        outbox.append(rule.added());
        yield new Outcome.Added(rule);
      }
    };
  }
}
