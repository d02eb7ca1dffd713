package org.mercat.domain.fee;

import java.util.List;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxRate;

/**
 * The platform's tariff, as an administrator has set it.
 *
 * @param version 0 before anybody has set one, then 1, 2 and so on
 */
public record FeeTariff(Rate rate, boolean taxOnFee, long version) {

  /** In force until an administrator sets another: 15 %, no tax on the fee (FEATURES 6). */
  public static final FeeTariff INITIAL = new FeeTariff(Rate.percent(15), false, 0);

  public FeeTariff next(Rate newRate, boolean newTaxOnFee) {
    return new FeeTariff(newRate, newTaxOnFee, version + 1);
  }

  /**
   * The terms of a booking that is confirmed under this tariff.
   *
   * @param payerRates the tax rates of the place of whoever pays the fee
   */
  public FeeTerms terms(List<TaxRate> payerRates) {
    return new FeeTerms(
        rate,
        FeeRuleName.ofTenant(FeeDirection.PLATFORM_FEE, version).text(),
        taxOnFee ? payerRates : List.of());
  }
}
