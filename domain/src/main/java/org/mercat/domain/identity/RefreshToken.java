package org.mercat.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The secret by which a session is continued. Only its owner has it; we keep its digest. */
public record RefreshToken(String text) {

  /** Enough to find a token again, not enough to use it: SHA-256, in hexadecimal digits. */
  public record Digest(String hex) {}

  public Digest digest() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Digest(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[...]";
  }
}
