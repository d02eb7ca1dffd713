package org.mercat.domain.identity;

import java.math.BigInteger;
import java.util.Locale;

/** Six digits that are sent to a telephone; whoever has them has the telephone (ASVS 6.5.4). */
public record PhoneCode(String digits) {

  public static final int LENGTH = 6;

  private static final BigInteger CODES = BigInteger.TEN.pow(LENGTH);

  public PhoneCode {
    if (!digits.matches("[0-9]{" + LENGTH + "}")) {
      throw new IllegalArgumentException("a code has " + LENGTH + " digits");
    }
  }

  /** The code of a random text of at least 128 bits; each is as likely as any other. */
  public static PhoneCode of(String random) {
    var number = new BigInteger(1, Sha256.of(random));
    return new PhoneCode(String.format(Locale.ROOT, "%06d", number.mod(CODES).intValueExact()));
  }

  /** The code as something that is hashed as passwords are, for it can be guessed as they can. */
  public Password asPassword() {
    return new Password(digits);
  }

  @Override
  public String toString() {
    return "PhoneCode[...]";
  }
}
