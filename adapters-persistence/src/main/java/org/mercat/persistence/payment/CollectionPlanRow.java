package org.mercat.persistence.payment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.provider.ProviderId;

/** Table {@code collection_plan}, column for component. */
record CollectionPlanRow(UUID providerId, Mode mode, @Nullable String instructions) {

  static CollectionPlanRow of(CollectionPlan plan) {
    return new CollectionPlanRow(
        plan.provider().value(), plan.mode(), plan.instructions().orElse(null));
  }

  CollectionPlan toDomain() {
    return new CollectionPlan(new ProviderId(providerId), mode, Optional.ofNullable(instructions));
  }
}
