package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.domain.shared.Money;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "CAD, 1250, 1250",
    "USD, 1, 1",
    "JPY, 500, 500",
    "KWD, 5120, 5120",
    "BHD, 10, 10",
    "MGA, 500, 5",
    "ISK, 5, 500",
    "UGX, 7, 700",
    "HUF, 12345, 12345",
  })
  void an_amount_is_counted_as_stripe_counts_its_currency(
      String currency, long minor, long counted) {
    var money = Money.of(minor, currency);

    assertThat(Amounts.toStripe(money)).hasValue(counted);
    assertThat(Amounts.ofStripe(counted, Amounts.currency(money))).isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({"KWD, 5124", "TND, 1", "MGA, 501"})
  void what_is_finer_than_stripe_counts_cannot_be_charged(String currency, long minor) {
    assertThat(Amounts.toStripe(Money.of(minor, currency))).isEmpty();
  }

  @Test
  void what_is_finer_than_the_currency_is_not_rounded() {
    assertThatThrownBy(() -> Amounts.ofStripe(250, "isk")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void there_and_back_nothing_is_lost_in_any_currency() {
    var dice = new Random(20_261_121);
    for (var currency : Currency.getAvailableCurrencies()) {
      if (currency.getDefaultFractionDigits() < 0) {
        continue;
      }
      var money = new Money(dice.nextLong(1, 100_000_000), currency);
      Amounts.toStripe(money)
          .ifPresent(
              counted ->
                  assertThat(Amounts.ofStripe(counted, Amounts.currency(money))).isEqualTo(money));
    }
  }
}
