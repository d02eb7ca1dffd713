package org.mercat.persistence.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mercat.application.identity.port.KeyedDigest;

/** HMAC-SHA256 (RFC 2104) under a key that is made of a secret for this purpose alone. */
public final class HmacKeyedDigest implements KeyedDigest {

  private static final String HMAC = "HmacSHA256";

  private final byte[] key;

  /**
   * Digests for one purpose.
   *
   * @param secret at least 32 random bytes; it may serve other purposes too
   * @param purpose what no other use of the secret has for one
   */
  public HmacKeyedDigest(byte[] secret, String purpose) {
    this.key = hmac(secret, purpose);
  }

  @Override
  public String of(String text) {
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + HMAC, impossible);
    }
  }
}
