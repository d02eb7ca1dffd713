package org.mercat.domain.fee;

import java.util.List;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxRate;

/** The rate that goes before all others at a time, and which rule in which version says so. */
public record ResolvedFee(Rate rate, FeeRuleName rule) {

  /**
   * The terms of a booking that is confirmed under it.
   *
   * @param taxes what is charged on the fee
   */
  public FeeTerms terms(List<TaxRate> taxes) {
    return new FeeTerms(rate, rule.text(), taxes);
  }
}
