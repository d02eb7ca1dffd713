package org.mercat.domain.fee;

import java.util.List;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxLine;

/** The platform's fee on one base, and the tax on the fee. */
public record PlatformFee(Money base, Money amount, List<TaxLine> taxes) {

  public PlatformFee {
    taxes = List.copyOf(taxes);
  }

  public Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(Money.zero(base.currency()), Money::plus);
  }

  public Money total() {
    return amount.plus(tax());
  }
}
