package org.mercat.domain.fee;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to the tier of a seller. */
public sealed interface SellerTierEvent extends DomainEvent {

  SellerTierId tier();

  @Override
  default Subject subject() {
    return new Subject("seller_tier", tier().value());
  }

  record SellerTierSet(SellerTierId tier, ProviderId seller, SellerLevel level, Instant at)
      implements SellerTierEvent {}

  record SellerTierEnded(SellerTierId tier, ProviderId seller, Instant until, Instant at)
      implements SellerTierEvent {}
}
