package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.List;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.payment.port.Statements.Debtor;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.AgedDebt;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.shared.Permission;

/** What providers owe, the largest debts first, and for how long; for administrators. */
public final class Receivables {

  private static final int MOST = 1_000;

  /** What was found. */
  public sealed interface Outcome {
    record Found(List<AgedDebt> debts) implements Outcome {
      public Found {
        debts = List.copyOf(debts);
      }
    }

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

  public Outcome handle(Caller caller) {
    return access.may(caller, Permission.LEDGER_AUDIT)
        ? new Outcome.Found(unitOfWork.run(this::debts))
        : new Outcome.Forbidden();
  }

  private List<AgedDebt> debts() {
    var debtors = statements.debtors(MOST);
    disclosures.shown(
        debtors.stream().map(debtor -> PayeeEvent.subject(debtor.provider())).toList());
    return debtors.stream().map(this::aged).toList();
  }

  private AgedDebt aged(Debtor debtor) {
    return AgedDebt.of(
        debtor.provider(),
        debtor.debt(),
        statements.debits(debtor.provider(), debtor.debt()),
        marketClock.instant());
  }
}
