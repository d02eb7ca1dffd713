package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.UUID;
import org.mercat.application.payment.port.PayoutPlans.Unplanned;
import org.mercat.domain.provider.ProviderId;

/** A provider that has earned something and has no plan. */
record UnplannedRow(UUID providerId, Instant earnedAt) {

  Unplanned toDomain() {
    return new Unplanned(new ProviderId(providerId), earnedAt);
  }
}
