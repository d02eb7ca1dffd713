package org.mercat.domain.identity;

import java.util.HexFormat;

/**
 * A secret that is sent to a person and lets him do one thing once: 256 random bits, of which we
 * keep the digest (ASVS 6.5.2, 7.2.3).
 */
public record OneTimeToken(String text) {

  /** The longest text that is looked at. */
  public static final int LONGEST = 200;

  /** Enough to find a token again, not enough to use it: SHA-256, in hexadecimal digits. */
  public record Digest(String hex) {}

  public Digest digest() {
    return new Digest(HexFormat.of().formatHex(Sha256.of(text)));
  }

  @Override
  public String toString() {
    return "OneTimeToken[...]";
  }
}
