package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: how the clients of providers pay. Every adapter must pass {@code
 * CollectionPlansContract}.
 */
public interface CollectionPlans {

  /** Empty as long as the provider has said nothing. */
  Optional<CollectionPlan> find(ProviderId provider);

  /** Stores the plan in place of what the provider has said before. */
  void store(CollectionPlan plan);
}
