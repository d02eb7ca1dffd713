package org.mercat.domain.fee;

import static java.math.RoundingMode.HALF_UP;

import java.util.Currency;
import java.util.List;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxLine;

/**
 * What a client pays to the platform on top of a price (C-29), with the tax that the platform
 * charges on it.
 *
 * @param returnedInParts whether a part of it goes back with a part of the service; all of it goes
 *     back with all of the service in any case
 */
public record CustomerFee(Money amount, List<TaxLine> taxes, boolean returnedInParts) {

  public CustomerFee {
    taxes = List.copyOf(taxes);
    if (amount.isNegative()) {
      throw new IllegalArgumentException("a negative fee: " + amount);
    }
  }

  public static CustomerFee none(Currency currency) {
    return new CustomerFee(Money.zero(currency), List.of(), true);
  }

  public Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(Money.zero(amount.currency()), Money::plus);
  }

  public Money total() {
    return amount.plus(tax());
  }

  /**
   * What of it has to be back when so much of the service is. It follows from the sum of all
   * refunds, rounded half up once, so that many small ones give back what one large one does.
   *
   * @param service what it was charged on
   */
  public Money returned(Money service, Money back) {
    if (back.equals(service)) {
      return amount;
    }
    return returnedInParts
        ? amount.fraction(back.minor(), service.minor(), HALF_UP)
        : Money.zero(amount.currency());
  }

  /** What of its taxes, line for line, has to be back when so much of the fee is. */
  public List<Money> taxesReturned(Money back) {
    return Tax.refunded(taxes, amount, Money.zero(amount.currency()), back).stream()
        .map(TaxLine::amount)
        .toList();
  }
}
