package org.mercat.domain.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The secret by which a session is continued once. Only its owner has it; we keep its digest.
 *
 * @param session which one it continues
 * @param secret what nobody else knows: 256 bits, in base 64 for URLs
 * @param proof that it was made for its family, which an invented secret has not
 */
public record RefreshToken(SessionId session, String secret, String proof) {

  private static final Pattern WELL_FORMED =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

  /** Enough to know a token again, not enough to use it: SHA-256, in hexadecimal digits. */
  public record Digest(String hex) {

    /** Takes as long for any two digests. */
    boolean is(Digest other) {
      return same(hex, other.hex);
    }
  }

  /** The token of a secret in the family with that mark. */
  static RefreshToken of(SessionId session, String secret, String mark) {
    return new RefreshToken(session, secret, hashed("proof", mark, secret));
  }

  /** Reads the text of a token; empty if no token looks like that. */
  public static Optional<RefreshToken> read(String text) {
    var parts = WELL_FORMED.matcher(text);
    return parts.matches()
        ? Optional.of(new RefreshToken(session(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  public String text() {
    var id =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(session.value().getMostSignificantBits())
            .putLong(session.value().getLeastSignificantBits());
    return base64(id.array()) + "." + secret + "." + proof;
  }

  public Digest digest() {
    return new Digest(HexFormat.of().formatHex(sha256(secret)));
  }

  /** Whether it was made in the family with that mark, at whatever time. */
  boolean isOf(String mark) {
    return same(proof, hashed("proof", mark, secret));
  }

  /** What follows it: always the same for the same salt, and known to nobody who has it not. */
  RefreshToken successor(String salt, String mark) {
    return of(session, hashed("successor", secret, salt), mark);
  }

  private static SessionId session(String base64) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(base64));
    return new SessionId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  /** All parts are of a fixed length or a word of ours, so that no two lists give one text. */
  private static String hashed(String purpose, String key, String value) {
    return base64(sha256(String.join(".", purpose, key, value)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "RefreshToken[...]";
  }
}
