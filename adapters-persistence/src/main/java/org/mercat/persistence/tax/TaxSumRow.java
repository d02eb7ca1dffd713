package org.mercat.persistence.tax;

import org.mercat.application.tax.port.TaxSums.Sum;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;

/** Rows of {@code payment_tax_line} of one tax at one place, in one currency. */
record TaxSumRow(
    String country,
    String subdivision,
    TaxComponent component,
    long ratePpm,
    String currency,
    long baseMinor,
    long chargedMinor,
    long refundedMinor) {

  Sum toDomain() {
    return new Sum(
        new Jurisdiction(country, subdivision),
        component,
        new Rate(ratePpm),
        Money.of(baseMinor, currency),
        Money.of(chargedMinor, currency),
        Money.of(refundedMinor, currency));
  }
}
