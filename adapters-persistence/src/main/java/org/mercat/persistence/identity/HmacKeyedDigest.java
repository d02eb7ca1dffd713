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
  private static final String PURPOSE = "whose sign-in fails";

  private final byte[] key;

  /** The secret may serve other purposes too; it is at least 32 random bytes. */
  public HmacKeyedDigest(byte[] secret) {
    this.key = hmac(secret, PURPOSE);
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
