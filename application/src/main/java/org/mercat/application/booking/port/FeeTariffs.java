package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.List;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;

/**
 * Driven port: what the platform takes, as booking needs to know it; see {@code
 * FeeTariffsContract}.
 */
public interface FeeTariffs {

  /** The tariff in force for a provider. */
  InForce of(ProviderId provider);

  /**
   * A tariff and who pays by it.
   *
   * @param payer where the provider is, who pays the fee and the tax on it
   */
  record InForce(FeeTariff tariff, Jurisdiction payer) {

    /** The terms of a booking that is confirmed now (PAYMENTS 4). */
    public FeeTerms terms(TaxesInForce taxes, Instant now) {
      return tariff.terms(
          tariff.taxOnFee() ? taxes.at(payer, now).due(payer, Supply.SERVICE, now) : List.of());
    }
  }
}
