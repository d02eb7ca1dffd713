package org.mercat.domain.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes the place of an authenticator that is lost, once: 120 random bits, so that a plain hash is
 * enough to keep (ASVS 6.5.2).
 *
 * @param letters in base 32
 */
public record RecoveryCode(String letters) implements SecondFactorCode {

  /** So many a person gets, as a set. */
  public static final int SET = 10;

  private static final int BYTES = 15;
  private static final int LETTERS = 24;
  private static final int GROUP = 4;

  /** Enough to know a code again, not enough to use it: SHA-256, in hexadecimal digits. */
  public record Digest(String hex) {}

  public RecoveryCode {
    if (letters.length() != LETTERS || !Base32.isWellFormed(letters)) {
      throw new IllegalArgumentException("a recovery code has " + LETTERS + " letters");
    }
  }

  /** The code of a random text of at least 256 bits. */
  public static RecoveryCode of(String random) {
    return new RecoveryCode(Base32.encode(Arrays.copyOf(Sha256.of("recovery " + random), BYTES)));
  }

  public Digest digest() {
    return new Digest(HexFormat.of().formatHex(Sha256.of(letters)));
  }

  /** As it is shown: in groups of four. */
  public String text() {
    return IntStream.range(0, LETTERS / GROUP)
        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  @Override
  public String toString() {
    return "RecoveryCode[...]";
  }
}
