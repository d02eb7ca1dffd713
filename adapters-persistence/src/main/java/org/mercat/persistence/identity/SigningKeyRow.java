package org.mercat.persistence.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.Sealer;

/**
 * Table {@code signing_key}, column for component.
 *
 * @param sealedKey the private half: PKCS #8, sealed, in base 64
 * @param publicKey X.509, in base 64
 */
record SigningKeyRow(UUID id, int number, Instant signsFrom, String sealedKey, String publicKey) {

  private static final String ALGORITHM = "EC";
  private static final String CURVE = "secp256r1";
  private static final String PURPOSE = "signing-key";

  static SigningKeyRow generated(UUID id, int number, Instant from, Sealer sealer) {
    try {
      var generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec(CURVE));
      var pair = generator.generateKeyPair();
      var text = Base64.getEncoder();
      return new SigningKeyRow(
          id,
          number,
          from,
          text.encodeToString(sealer.seal(pair.getPrivate().getEncoded(), PURPOSE)),
          text.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + CURVE, impossible);
    }
  }

  SigningKey toKey(Sealer sealer) {
    try {
      var keys = KeyFactory.getInstance(ALGORITHM);
      var bytes = Base64.getDecoder();
      return new SigningKey(
          id.toString(),
          number,
          signsFrom,
          keys.generatePrivate(
              new PKCS8EncodedKeySpec(sealer.open(bytes.decode(sealedKey), PURPOSE))),
          keys.generatePublic(new X509EncodedKeySpec(bytes.decode(publicKey))));
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalStateException("the signing key " + id + " cannot be read", unreadable);
    }
  }

  @Override
  public String toString() {
    return "SigningKeyRow[" + id + "]";
  }
}
