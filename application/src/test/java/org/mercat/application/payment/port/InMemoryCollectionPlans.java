package org.mercat.application.payment.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.provider.ProviderId;

public final class InMemoryCollectionPlans implements CollectionPlans, Store {

  private Map<ProviderId, CollectionPlan> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public Optional<CollectionPlan> find(ProviderId provider) {
    return Optional.ofNullable(stored.get(provider));
  }

  @Override
  public void store(CollectionPlan plan) {
    stored.put(plan.provider(), plan);
  }
}
