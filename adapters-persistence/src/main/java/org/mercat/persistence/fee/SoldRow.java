package org.mercat.persistence.fee;

import org.mercat.application.fee.port.VolumeMonths.Sold;
import org.mercat.domain.shared.Money;

/** What was sold in one currency. */
record SoldRow(String currency, long salesMinor, long orders) {

  Sold toDomain() {
    return new Sold(Money.of(salesMinor, currency), orders);
  }
}
