package org.mercat.domain.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token of the gateway for the means a client pays with; never a card number.
 *
 * @param payer the gateway's customer for whom it is kept; empty for one that is good for once
 */
public record PaymentMethod(String token, Optional<GatewayReference> payer) {

  public static final int LONGEST = 255;

  /** 12 to 19 digits, however they are parted: the length of a card number (ISO/IEC 7812-1). */
  private static final Pattern CARD_NUMBER =
      Pattern.compile("[\\s-]*\\d(?:[\\s-]*\\d){11,18}[\\s-]*");

  public PaymentMethod {
    if (token.isBlank() || token.length() > LONGEST) {
      throw new IllegalArgumentException("a payment method has 1 to " + LONGEST + " characters");
    }
    if (isCardNumber(token)) {
      throw new IllegalArgumentException("a number of a card in place of a payment method");
    }
  }

  /** One that is not kept. */
  public PaymentMethod(String token) {
    this(token, Optional.empty());
  }

  /** Whether somebody has sent the number of a card, which nobody here may even store. */
  public static boolean isCardNumber(String text) {
    return CARD_NUMBER.matcher(text).matches();
  }
}
