package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.payment.port.Statements.Debtor;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.AgedDebt;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.shared.Permission;

/** What providers owe, the largest debts first, and for how long; for administrators. */
public final class Receivables {

  public record Query(Caller caller, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(Page<AgedDebt> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final Statements statements;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public Receivables(
      Access access,
      Statements statements,
      Disclosures disclosures,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.statements = statements;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.LEDGER_AUDIT)
        ? new Outcome.Found(unitOfWork.run(() -> debts(query.page())))
        : new Outcome.Forbidden();
  }

  private Page<AgedDebt> debts(PageRequest asked) {
    var page = statements.debtors(asked);
    disclosures.shown(
        page.items().stream().map(debtor -> PayeeEvent.subject(debtor.provider())).toList());
    return page.map(this::aged);
  }

  private AgedDebt aged(Debtor debtor) {
    return AgedDebt.of(debtor.provider(), debtor.debt(), debtor.debits(), marketClock.instant());
  }
}
