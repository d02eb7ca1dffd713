package org.mercat.persistence.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.mercat.application.identity.port.SigningKeys.SigningKey;

/**
 * Table {@code signing_key}, column for component.
 *
 * @param privateKey PKCS #8, in base 64
 * @param publicKey X.509, in base 64
 */
record SigningKeyRow(UUID id, String privateKey, String publicKey) {

  private static final String ALGORITHM = "EC";
  private static final String CURVE = "secp256r1";

  static SigningKeyRow generated(UUID id) {
    try {
      var generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec(CURVE));
      var pair = generator.generateKeyPair();
      var text = Base64.getEncoder();
      return new SigningKeyRow(
          id,
          text.encodeToString(pair.getPrivate().getEncoded()),
          text.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + CURVE, impossible);
    }
  }

  SigningKey toKey() {
    try {
      var keys = KeyFactory.getInstance(ALGORITHM);
      var bytes = Base64.getDecoder();
      return new SigningKey(
          id.toString(),
          keys.generatePrivate(new PKCS8EncodedKeySpec(bytes.decode(privateKey))),
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
