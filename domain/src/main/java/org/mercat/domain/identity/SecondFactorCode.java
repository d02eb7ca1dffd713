package org.mercat.domain.identity;

import java.util.Locale;

/** What a person tells beside the password: what the authenticator shows, or a recovery code. */
public sealed interface SecondFactorCode permits TotpCode, RecoveryCode {

  /** The longest text that is looked at. */
  int LONGEST = 64;

  /**
   * Reads a code as people write it, in groups and in any case.
   *
   * @throws IllegalArgumentException if no code looks like that
   */
  static SecondFactorCode read(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("no code is that long");
    }
    var code = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    return code.length() == TotpCode.LENGTH ? new TotpCode(code) : new RecoveryCode(code);
  }
}
