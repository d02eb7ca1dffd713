package org.mercat.domain.tax;

import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** One tax on one base, as charged, or as given back. The rule names where the rate came from. */
public record TaxLine(TaxComponent component, Rate rate, Money base, Money amount, String rule) {

  public TaxLine {
    if (base.isNegative() || amount.isNegative() || amount.compareTo(base) > 0) {
      throw new IllegalArgumentException(
          "no tax line: " + component + " of " + amount + " on " + base);
    }
  }
}
