package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.ProviderId;

class InMemoryCollectionPlansTest implements CollectionPlansContract {

  private final InMemoryCollectionPlans plans = new InMemoryCollectionPlans();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(plans);

  @Override
  public CollectionPlans plans() {
    return plans;
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
