package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;

class InMemoryPayoutsTest implements PayoutsContract {

  private final InMemoryPayouts payouts = new InMemoryPayouts();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(payouts);

  @Override
  public Payouts payouts() {
    return payouts;
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
