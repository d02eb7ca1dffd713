package org.mercat.domain.booking;

import java.util.List;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxLine;

/** What a client pays for a booking, line by line, in one currency. */
public record Price(Money service, List<TaxLine> taxes, Money tip) {

  public Price {
    taxes = List.copyOf(taxes);
    if (service.isNegative() || tip.isNegative()) {
      throw new IllegalArgumentException("a negative price: " + service + ", tip " + tip);
    }
  }

  public Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(Money.zero(service.currency()), Money::plus);
  }

  public Money total() {
    return service.plus(tax()).plus(tip);
  }
}
