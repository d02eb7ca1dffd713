package org.mercat.persistence.fee;

import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.shared.Rate;

/** Table {@code platform_fee}, as far as it is a tariff. */
record PlatformFeeRow(long version, long ratePpm, boolean taxOnFee) {

  FeeTariff toDomain() {
    return new FeeTariff(new Rate(ratePpm), taxOnFee, version);
  }
}
