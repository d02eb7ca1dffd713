package org.mercat.domain.identity;

/** Six digits that an authenticator shows for half a minute (RFC 6238). */
public record TotpCode(String digits) implements SecondFactorCode {

  public static final int LENGTH = 6;

  public TotpCode {
    if (!digits.matches("[0-9]{" + LENGTH + "}")) {
      throw new IllegalArgumentException("a code has " + LENGTH + " digits");
    }
  }

  @Override
  public String toString() {
    return "TotpCode[...]";
  }
}
