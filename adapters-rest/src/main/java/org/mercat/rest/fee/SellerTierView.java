package org.mercat.rest.fee;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.fee.SellerTier;

/** Of which level a provider is, and when, on the wire. */
public record SellerTierView(
    UUID id,
    UUID provider,
    String level,
    Instant from,
    Optional<Instant> until,
    String reason,
    Instant setAt,
    long version) {

  static SellerTierView of(SellerTier tier) {
    return new SellerTierView(
        tier.id().value(),
        tier.seller().value(),
        FeeWords.of(tier.level()),
        tier.period().from(),
        tier.period().until(),
        tier.reason(),
        tier.setAt(),
        tier.version());
  }
}
