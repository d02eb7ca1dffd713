package org.mercat.payments.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.mercat.domain.shared.Money;

/**
 * Amounts as Stripe counts them: in the smallest unit that Stripe knows of a currency, which is not
 * always that of ISO 4217 (docs.stripe.com/currencies).
 */
final class Amounts {

  private static final Set<String> WITHOUT_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** Of the three decimals the last one is always 0. */
  private static final Set<String> WITH_THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private Amounts() {}

  /** Empty when Stripe has no such amount: it is finer than what Stripe counts in. */
  static OptionalLong toStripe(Money money) {
    var code = money.currency().getCurrencyCode();
    var exact = decimal(money.minor(), money.currency().getDefaultFractionDigits());
    var counted = exact.movePointRight(decimals(code));
    var unit = BigDecimal.valueOf(WITH_THREE_DECIMALS.contains(code) ? 10 : 1);
    return counted.remainder(unit).signum() == 0
        ? OptionalLong.of(counted.longValueExact())
        : OptionalLong.empty();
  }

  /**
   * @param currency as Stripe writes it, in small letters
   * @throws ArithmeticException if it is finer than the minor unit of the currency
   */
  static Money ofStripe(long amount, String currency) {
    var code = currency.toUpperCase(Locale.ROOT);
    var nothing = Money.of(0, code);
    var exact = decimal(amount, decimals(code));
    var minor = exact.movePointRight(nothing.currency().getDefaultFractionDigits());
    return Money.of(minor.longValueExact(), code);
  }

  /** As Stripe writes it. */
  static String currency(Money money) {
    return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal decimal(long units, int decimals) {
    return BigDecimal.valueOf(units).movePointLeft(decimals);
  }

  private static int decimals(String code) {
    if (WITHOUT_DECIMALS.contains(code)) {
      return 0;
    }
    return WITH_THREE_DECIMALS.contains(code) ? 3 : 2;
  }
}
