package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;

class InMemoryPayeesTest implements PayeesContract {

  private final InMemoryPayees payees = new InMemoryPayees();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(payees);

  @Override
  public Payees payees() {
    return payees;
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
