package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;

class InMemoryStatementsTest implements StatementsContract {

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final Statements statements = new InMemoryStatements(ledger);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(ledger);

  @Override
  public Statements statements() {
    return statements;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public ProviderId provider() {
    return new ProviderId(TimeOrderedIds.next());
  }
}
