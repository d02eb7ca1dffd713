package org.mercat.payments.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who has sent a webhook, and when: {@code t=<seconds>,v1=<hex>}, an HMAC with SHA-256 over
 * the seconds, a dot and the body as it was sent. Parts with other names are left alone.
 */
final class WebhookSignature {

  static final String HEADER = "Sandbox-Signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int LONGEST_HEADER = 1_000;
  private static final Pattern TIME = Pattern.compile("t=([0-9]{1,12})");
  private static final Pattern PROOF = Pattern.compile("v1=([0-9a-f]{64})");

  private final List<String> secrets;

  /**
   * @param secrets the first one signs; a signature by any of them is good
   */
  WebhookSignature(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no secret to sign with");
    }
    this.secrets = List.copyOf(secrets);
  }

  String header(byte[] body, Instant at) {
    var seconds = at.getEpochSecond();
    var proof = HexFormat.of().formatHex(proof(secrets.getFirst(), seconds, body));
    return "t=" + seconds + ",v1=" + proof;
  }

  /** Whether the body was signed like this, not long ago and not in the future. */
  boolean fits(String header, byte[] body, Instant now) {
    if (header.length() > LONGEST_HEADER) {
      return false;
    }
    var parts = List.of(header.split(",", -1));
    var times = parts.stream().map(part -> matched(TIME, part)).flatMap(Optional::stream).toList();
    if (times.size() != 1) {
      return false;
    }
    var seconds = Long.parseLong(times.getFirst());
    return isNear(seconds, now)
        && parts.stream()
            .map(part -> matched(PROOF, part))
            .flatMap(Optional::stream)
            .map(HexFormat.of()::parseHex)
            .anyMatch(claim -> isBySomeSecret(claim, seconds, body));
  }

  private static boolean isNear(long seconds, Instant now) {
    return Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
  }

  private boolean isBySomeSecret(byte[] claim, long seconds, byte[] body) {
    return secrets.stream()
        .anyMatch(secret -> MessageDigest.isEqual(claim, proof(secret, seconds, body)));
  }

  private static byte[] proof(String secret, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every Java has " + ALGORITHM, failure);
    }
  }

  private static Optional<String> matched(Pattern pattern, String part) {
    var matcher = pattern.matcher(part);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
