package org.mercat.domain.payment;

import java.util.regex.Pattern;

/**
 * A card as its owner knows it again; never its number.
 *
 * @param brand in the gateway's word, such as {@code visa}
 * @param lastDigits the last four of its number
 * @param expiryMonth the last month in which it is good, 1 to 12
 */
public record Card(String brand, String lastDigits, int expiryMonth, int expiryYear) {

  private static final Pattern BRAND = Pattern.compile("[a-z_]{1,40}");
  private static final Pattern LAST_DIGITS = Pattern.compile("\\d{4}");

  public Card {
    if (!BRAND.matcher(brand).matches() || !LAST_DIGITS.matcher(lastDigits).matches()) {
      throw new IllegalArgumentException("not what is shown of a card");
    }
    if (expiryMonth < 1 || expiryMonth > 12 || expiryYear < 2000 || expiryYear > 2999) {
      throw new IllegalArgumentException("no month: " + expiryMonth + " of " + expiryYear);
    }
  }
}
