package org.mercat.persistence.payment;

import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Statements;
import org.mercat.application.payment.port.StatementsContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisStatementsTest implements StatementsContract {

  private final Statements statements = new MyBatisStatements(TestDatabase.SESSIONS);
  private final Ledger ledger = new MyBatisLedger(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

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
    return parties.unitOfWork();
  }

  @Override
  public ProviderId provider() {
    return parties.any().provider();
  }
}
