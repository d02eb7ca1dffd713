package org.mercat.domain.payment;

import java.util.Currency;
import java.util.Set;
import org.mercat.domain.shared.Money;

/**
 * The steps in which gateways move money between accounts, which are not always as fine as the
 * minor unit (docs.stripe.com/currencies): of three decimals the last one is always 0, and some
 * currencies go to banks in whole units only. What is finer stays where it is.
 */
final class SettlementUnit {

  private static final int MINOR_OF_THREE_DECIMALS = 10;
  private static final Set<String> WHOLE = Set.of("HUF", "TWD");
  private static final int MINOR_OF_WHOLE = 100;

  private SettlementUnit() {}

  /** The largest amount that can be moved and is not above the given one. */
  static Money down(Money amount) {
    var minor = amount.minor();
    return new Money(minor - Math.floorMod(minor, of(amount.currency())), amount.currency());
  }

  private static int of(Currency currency) {
    if (WHOLE.contains(currency.getCurrencyCode())) {
      return MINOR_OF_WHOLE;
    }
    return currency.getDefaultFractionDigits() == 3 ? MINOR_OF_THREE_DECIMALS : 1;
  }
}
