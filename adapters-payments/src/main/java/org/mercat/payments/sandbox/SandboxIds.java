package org.mercat.payments.sandbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
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
}
