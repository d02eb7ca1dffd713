package org.mercat.domain.tax;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A GST/HST account of a business: its business number (nine digits, the last a Luhn check digit),
 * {@code RT}, and the four digits of the account.
 */
public record TaxRegistration(String number) {

  private static final Pattern FORM = Pattern.compile("[0-9]{9}RT[0-9]{4}");
  private static final int BUSINESS_NUMBER_LENGTH = 9;

  public TaxRegistration {
    if (!isValid(number)) {
      throw new IllegalArgumentException("no GST/HST account number");
    }
  }

  public static Optional<TaxRegistration> parse(String text) {
    return isValid(text) ? Optional.of(new TaxRegistration(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return FORM.matcher(text).matches() && sumByLuhn(text) % 10 == 0;
  }

  private static int sumByLuhn(String text) {
    var sum = 0;
    for (var place = 0; place < BUSINESS_NUMBER_LENGTH; place++) {
      var digit = text.charAt(place) - '0';
      var weighted = place % 2 == 0 ? digit : 2 * digit;
      sum += weighted / 10 + weighted % 10;
    }
    return sum;
  }
}
