package org.mercat.persistence.fee;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;

/** Table {@code seller_tier}, column for component. */
record SellerTierRow(
    UUID id,
    UUID providerId,
    SellerLevel level,
    Instant validFrom,
    @Nullable Instant validTo,
    String reason,
    Instant setAt,
    long version) {

  static SellerTierRow of(SellerTier tier) {
    return new SellerTierRow(
        tier.id().value(),
        tier.seller().value(),
        tier.level(),
        tier.period().from(),
        tier.period().until().orElse(null),
        tier.reason(),
        tier.setAt(),
        tier.version());
  }

  SellerTier toDomain() {
    return new SellerTier(
        new SellerTierId(id),
        new ProviderId(providerId),
        level,
        new FeePeriod(validFrom, Optional.ofNullable(validTo)),
        reason,
        setAt,
        version);
  }
}
