package org.mercat.domain.booking;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.fee.CustomerFee;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxLine;

/**
 * What a client pays for a booking, line by line, in one currency.
 *
 * @param taxes on the service
 * @param onTop by what the client pays to the platform beside it
 */
public record Price(
    Money service, List<TaxLine> taxes, Money tip, Optional<CustomerFeeTerms> onTop) {

  /** A price with nothing on top. */
  public Price(Money service, List<TaxLine> taxes, Money tip) {
    this(service, taxes, tip, Optional.empty());
  }

  public Price {
    taxes = List.copyOf(taxes);
    if (service.isNegative() || tip.isNegative()) {
      throw new IllegalArgumentException("a negative price: " + service + ", tip " + tip);
    }
  }

  public CustomerFee customerFee() {
    return onTop
        .map(terms -> terms.on(service))
        .orElseGet(() -> CustomerFee.none(service.currency()));
  }

  /** On the service. */
  public Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(Money.zero(service.currency()), Money::plus);
  }

  public Money total() {
    return service.plus(tax()).plus(tip).plus(customerFee().total());
  }
}
