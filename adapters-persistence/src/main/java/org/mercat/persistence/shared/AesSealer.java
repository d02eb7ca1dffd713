package org.mercat.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mercat.application.shared.Sealer;

/**
 * AES-256 in Galois/counter mode (NIST SP 800-38D). A seal is one byte that tells the key, a nonce
 * of twelve random bytes, and the cipher text with its tag; the purpose is authenticated with it.
 * One key may seal 2^32 times.
 */
public final class AesSealer implements Sealer {

  public static final int KEY_BYTES = 32;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST = 1 + NONCE_BYTES + TAG_BITS / 8;

  private record Key(byte id, SecretKey secret) {

    static Key of(byte[] bytes) {
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
      }
      try {
        var id = MessageDigest.getInstance("SHA-256").digest(bytes)[0];
        return new Key(id, new SecretKeySpec(bytes, "AES"));
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  private final List<Key> keys;
  private final SecureRandom random = new SecureRandom();

  /** The first key seals; the others are older ones that still open. */
  public AesSealer(List<byte[]> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no key to seal with");
    }
    this.keys = keys.stream().map(Key::of).toList();
  }

  @Override
  public byte[] seal(byte[] plain, String purpose) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var key = keys.getFirst();
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(key.id())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("nothing can be sealed", failure);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String purpose) {
    if (sealed.length < SHORTEST) {
      throw new SealBroken("too short to have been sealed");
    }
    var broken = new SealBroken("not sealed for " + purpose + " with a key that is known");
    for (var key : keys) {
      if (key.id() == sealed[0]) {
        try {
          return open(sealed, purpose, key);
        } catch (GeneralSecurityException failure) {
          broken.addSuppressed(failure);
        }
      }
    }
    throw broken;
  }

  private static byte[] open(byte[] sealed, String purpose, Key key)
      throws GeneralSecurityException {
    var parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    var nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    var text = new byte[parts.remaining()];
    parts.get(text);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(text);
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }
}
