package org.mercat.persistence.booking;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.port.FeeTariffs.InForce;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;

/** Where a provider is, and the last row of {@code platform_fee} if there is any. */
record FeeInForceRow(
    String country,
    String subdivision,
    @Nullable Long ratePpm,
    @Nullable Boolean taxOnFee,
    @Nullable Long version) {

  InForce toDomain() {
    return new InForce(tariff(), new Jurisdiction(country, subdivision));
  }

  private FeeTariff tariff() {
    return ratePpm == null
        ? FeeTariff.INITIAL
        : new FeeTariff(new Rate(ratePpm), requireNonNull(taxOnFee), requireNonNull(version));
  }
}
