package org.mercat.rest.shared;

import java.util.Currency;
import java.util.function.Supplier;
import org.mercat.domain.shared.Money;

/** Money on the wire: an amount in minor units and the code of its currency. */
public record MoneyView(long amount, String currency) {

  /** The most that one amount may be: a hundred million dollars. */
  static final long MOST = 10_000_000_000L;

  public static MoneyView of(Money money) {
    return new MoneyView(money.minor(), money.currency().getCurrencyCode());
  }

  static Supplier<Money> read(Members members) {
    var amount = members.whole("amount", 0, MOST);
    var currency =
        members.read("currency", Currency::getInstance, "is not the code of a currency (ISO 4217)");
    return () -> new Money(amount.get(), currency.get());
  }
}
