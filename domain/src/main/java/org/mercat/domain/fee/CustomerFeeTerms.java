package org.mercat.domain.fee;

import static java.math.RoundingMode.HALF_UP;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxRate;

/**
 * By what a client pays to the platform on top of the price of a booking, fixed when it is placed:
 * what was quoted is what is paid.
 *
 * @param rate of the service before tax and without tip
 * @param flat what is paid beside it, whatever the service costs
 * @param taxes what the platform charges on the fee
 * @param rule names the rule and its version
 */
public record CustomerFeeTerms(
    Rate rate, Optional<Money> flat, List<TaxRate> taxes, boolean returnedInParts, String rule) {

  public CustomerFeeTerms {
    taxes = List.copyOf(taxes);
  }

  /** The fee on a service of this price; of what costs nothing there is none. */
  public CustomerFee on(Money service) {
    if (service.isZero()) {
      return CustomerFee.none(service.currency());
    }
    var share = service.times(rate, HALF_UP);
    var amount = flat.map(share::plus).orElse(share);
    return new CustomerFee(amount, Tax.on(amount, taxes), returnedInParts);
  }
}
