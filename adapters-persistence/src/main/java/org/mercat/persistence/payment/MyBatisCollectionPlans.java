package org.mercat.persistence.payment;

import java.util.Optional;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisCollectionPlans implements CollectionPlans {

  private final Sessions sessions;

  public MyBatisCollectionPlans(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<CollectionPlan> find(ProviderId provider) {
    return Optional.ofNullable(mapper().find(provider.value())).map(CollectionPlanRow::toDomain);
  }

  @Override
  public void store(CollectionPlan plan) {
    if (mapper().store(CollectionPlanRow.of(plan)) != 1) {
      throw new IllegalStateException("not stored: " + plan.provider());
    }
  }

  private CollectionPlanMapper mapper() {
    return sessions.mapper(CollectionPlanMapper.class);
  }
}
