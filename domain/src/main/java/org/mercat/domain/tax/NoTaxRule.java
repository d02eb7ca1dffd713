package org.mercat.domain.tax;

import java.time.LocalDate;

/** Taxes were asked for at a place or for a day of which no rule is known. */
public final class NoTaxRule extends IllegalArgumentException {

  NoTaxRule(Jurisdiction place, LocalDate day) {
    super("no tax rule for " + place.country() + "-" + place.subdivision() + " on " + day);
  }
}
