package org.mercat.domain.fee;

import java.math.RoundingMode;
import java.util.List;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxRate;

/**
 * What the platform takes of a booking, fixed on the day it is confirmed: a later change of the
 * tariff never reaches it, and a refund uses the rate of its own booking.
 *
 * @param rate the platform's share of the service before tax and without tip (C-28)
 * @param rule names the tariff and its version
 * @param taxes what is charged on the fee itself; empty when the platform charges no tax on it
 */
public record FeeTerms(Rate rate, String rule, List<TaxRate> taxes) {

  public FeeTerms {
    taxes = List.copyOf(taxes);
  }

  /** The fee on a service of this price, rounded half up, once. */
  public PlatformFee on(Money service) {
    var amount = service.times(rate, RoundingMode.HALF_UP);
    return new PlatformFee(service, amount, Tax.on(amount, taxes));
  }
}
