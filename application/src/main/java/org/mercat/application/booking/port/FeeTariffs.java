package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.fee.ResolvedFee;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;

/**
 * Driven port: what the platform takes of providers and clients, as booking needs to know it; see
 * {@code FeeTariffsContract}.
 */
public interface FeeTariffs {

  /** What a provider pays of a booking in that currency which is confirmed then. */
  InForce of(ProviderId provider, Currency currency, Instant now);

  /**
   * By which rule a client of a provider pays on top of a price in that currency; none when nothing
   * is paid.
   */
  Optional<FeeRule> onTop(ProviderId provider, Currency currency, Instant now);

  /**
   * A rate and who pays by it.
   *
   * @param fee the rate, and the rule that says so
   * @param payer where the provider is, who pays the fee and the tax on it
   */
  record InForce(ResolvedFee fee, boolean taxOnFee, Jurisdiction payer) {

    /** The terms of a booking that is confirmed now (PAYMENTS 4). */
    public FeeTerms terms(TaxesInForce taxes, Instant now) {
      return fee.terms(
          taxOnFee ? taxes.due(payer, Supply.SERVICE, Optional.empty(), now) : List.of());
    }
  }
}
