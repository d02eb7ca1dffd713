package org.mercat.application.tax;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.application.tax.port.RecordedRules.Selection;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxComponent;

/** Query: the tax rules, the last recorded first, for administrators. */
public final class TaxRuleList {

  /**
   * Which rules are asked for; all of them where nothing is said.
   *
   * @param asOf those that were known then; now when empty
   * @param history all that was ever recorded, if no time is named
   */
  public record Query(
      Caller caller,
      Optional<Jurisdiction> place,
      Optional<TaxComponent> component,
      Optional<Instant> asOf,
      boolean history,
      PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Page<RecordedRule> rules) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final RecordedRules rules;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public TaxRuleList(
      Access access, RecordedRules rules, UnitOfWork unitOfWork, InstantSource clock) {
    this.access = access;
    this.rules = rules;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.TAX_MANAGE)
        ? new Outcome.Found(unitOfWork.run(() -> rules.page(selection(query), query.page())))
        : new Outcome.Forbidden();
  }

  private Selection selection(Query query) {
    var known = query.asOf().or(() -> Optional.of(clock.instant()));
    return new Selection(query.place(), query.component(), query.history() ? query.asOf() : known);
  }
}
