package org.mercat.payments.sandbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that the sandbox gives: a prefix tells the kind, the rest is in order of making. */
final class SandboxIds {

  private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private SandboxIds() {}

  static String next(String prefix) {
    return prefix + "_" + GENERATOR.generate().toString().replace("-", "");
  }

  /** Letters and digits that nobody guesses. */
  static String secret() {
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** By this a secret is known again, but not told: SHA-256, in hexadecimal digits. */
  static String digest(String secret) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
