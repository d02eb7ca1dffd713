package org.mercat.payments.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who has sent a webhook, and when: {@code t=<seconds>,v1=<hex>}, an HMAC with SHA-256 over
 * the seconds, a dot and the body as it was sent. Parts with other names are left alone.
 */
public final class WebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int LONGEST_HEADER = 1_000;
  private static final Pattern TIME = Pattern.compile("t=([0-9]{1,12})");
  private static final Pattern PROOF = Pattern.compile("v1=([0-9a-f]{64})");

  private final List<String> secrets;

  /**
   * @param secrets the first one signs; a signature by any of them is good
   */
  public WebhookSignature(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no secret to sign with");
    }
    this.secrets = List.copyOf(secrets);
  }

  /** What a sender of that body says at that time. */
  public String header(byte[] body, Instant at) {
    var seconds = at.getEpochSecond();
    var proof = HexFormat.of().formatHex(proof(secrets.getFirst(), seconds, body));
    return "t=" + seconds + ",v1=" + proof;
  }

  /** Whether the body was signed like this, not long ago and not in the future. */
  public boolean fits(String header, byte[] body, Instant now) {
    return signer(header, body, now).isPresent();
  }

  /**
   * The place of the secret by which the body was signed, counted from 0; empty unless it was
   * signed by one of them, not long ago and not in the future.
   */
  public OptionalInt signer(String header, byte[] body, Instant now) {
    if (header.length() > LONGEST_HEADER) {
      return OptionalInt.empty();
    }
    var parts = List.of(header.split(",", -1));
    var times = parts.stream().map(part -> matched(TIME, part)).flatMap(Optional::stream).toList();
    if (times.size() != 1 || !isNear(Long.parseLong(times.getFirst()), now)) {
      return OptionalInt.empty();
    }
    var seconds = Long.parseLong(times.getFirst());
    return parts.stream()
        .map(part -> matched(PROOF, part))
        .flatMap(Optional::stream)
        .map(HexFormat.of()::parseHex)
        .flatMapToInt(claim -> signers(claim, seconds, body))
        .findFirst();
  }

  private static boolean isNear(long seconds, Instant now) {
    return Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
  }

  private IntStream signers(byte[] claim, long seconds, byte[] body) {
    return IntStream.range(0, secrets.size())
        .filter(place -> MessageDigest.isEqual(claim, proof(secrets.get(place), seconds, body)));
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
