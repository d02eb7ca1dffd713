package org.mercat.domain.integration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program shows instead of a person's token: {@code mk_<prefix>_<secret>}. Only its owner
 * has it; we keep its digest.
 *
 * @param prefix by which people and we tell keys apart; no secret
 * @param secret 256 random bits in base 64 for addresses
 */
public record ApiKeySecret(String prefix, String secret) {

  /** How every key begins, so that it is known for one wherever it turns up. */
  public static final String MARK = "mk_";

  public static final Pattern PREFIX = Pattern.compile("[a-z0-9]{12}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LENGTH_OF_PREFIX = 12;

  /** Enough to know a key again, not enough to use it: SHA-256, in hexadecimal digits. */
  public record Digest(String hex) {

    /** Whether it is the same, in as much time whatever the other one is. */
    public boolean matches(Digest other) {
      return MessageDigest.isEqual(bytes(hex), bytes(other.hex));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  public ApiKeySecret {
    if (!PREFIX.matcher(prefix).matches() || !SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("no secret of an API key");
    }
  }

  /** What somebody sent; empty if no key looks like this. */
  public static Optional<ApiKeySecret> parse(String text) {
    var end = MARK.length() + LENGTH_OF_PREFIX;
    if (!text.startsWith(MARK) || text.length() <= end || text.charAt(end) != '_') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ApiKeySecret(text.substring(MARK.length(), end), text.substring(end + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The whole of it, as it is shown once and sent with every call. */
  public String text() {
    return MARK + prefix + "_" + secret;
  }

  public Digest digest() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
      return new Digest(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "ApiKeySecret[" + prefix + "]";
  }
}
