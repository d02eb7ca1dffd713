package org.mercat.domain.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a person's authenticator and the market both know, and of which both make the same code at
 * the same time: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds, as every
 * authenticator has it.
 *
 * @param base32 20 random bytes, the length that RFC 4226 recommends (section 4, R6)
 */
public record TotpSecret(String base32) {

  /** How long a code is shown (ASVS 6.5.5). */
  public static final Duration STEP = Duration.ofSeconds(30);

  /** So many steps a clock may be fast or slow (RFC 6238, section 5.2). */
  private static final int DRIFT = 1;

  private static final String ALGORITHM = "HmacSHA1";
  private static final int BYTES = 20;
  private static final int LETTERS = 32;
  private static final int CODES = 1_000_000;

  public TotpSecret {
    if (base32.length() != LETTERS || !Base32.isWellFormed(base32)) {
      throw new IllegalArgumentException("a secret has " + BYTES + " bytes in base 32");
    }
  }

  /** The secret of a random text of at least 256 bits. */
  public static TotpSecret of(String random) {
    return new TotpSecret(Base32.encode(Arrays.copyOf(Sha256.of("totp " + random), BYTES)));
  }

  /** The step in which the code is shown now, or was or will be shown by a clock like ours. */
  public OptionalLong stepOf(TotpCode code, Instant now) {
    var step = step(now);
    return LongStream.rangeClosed(step - DRIFT, step + DRIFT)
        .filter(each -> isSame(code(each), code))
        .max();
  }

  /** How many steps there were since the beginning of 1970. */
  public static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  /** The code that is shown in that step. */
  public TotpCode code(long step) {
    var hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    var offset = hash[hash.length - 1] & 0xf;
    var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return new TotpCode(String.format(Locale.ROOT, "%06d", number % CODES));
  }

  private byte[] hmac(byte[] message) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base32.decode(base32), ALGORITHM));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
    }
  }

  /** Takes as long for any two codes. */
  private static boolean isSame(TotpCode one, TotpCode other) {
    return MessageDigest.isEqual(
        one.digits().getBytes(US_ASCII), other.digits().getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "TotpSecret[...]";
  }
}
