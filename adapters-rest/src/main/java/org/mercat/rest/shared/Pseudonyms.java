package org.mercat.rest.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for addresses: the same address has the same one, and without the key nobody finds the
 * address to a name (the first 64 bits of an HMAC with SHA-256).
 */
public final class Pseudonyms implements UnaryOperator<String> {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 8;

  private final SecretKeySpec key;

  /**
   * Pseudonyms of an installation.
   *
   * @param secret the key from which the one of the pseudonyms is taken
   */
  public Pseudonyms(byte[] secret) {
    key = new SecretKeySpec(mac(new SecretKeySpec(secret, ALGORITHM), "client origin"), ALGORITHM);
  }

  /** 16 hexadecimal digits. */
  @Override
  public String apply(String address) {
    return HexFormat.of().formatHex(Arrays.copyOf(mac(key, address), BYTES));
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
