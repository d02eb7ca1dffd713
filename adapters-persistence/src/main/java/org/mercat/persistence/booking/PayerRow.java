package org.mercat.persistence.booking;

import org.mercat.domain.tax.Jurisdiction;

/** Where a provider is, who pays the fee. */
record PayerRow(String country, String subdivision) {

  Jurisdiction toDomain() {
    return new Jurisdiction(country, subdivision);
  }
}
