package org.mercat.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.domain.identity.AccessGrant;

/** Access tokens are JWTs signed with ES256; secrets are 256 random bits. */
public final class NimbusTokenIssuer implements TokenIssuer {

  private static final int SECRET_BYTES = 32;

  private final SigningKeyRing keys;
  private final SecureRandom random = new SecureRandom();

  public NimbusTokenIssuer(SigningKeyRing keys) {
    this.keys = keys;
  }

  @Override
  public AccessToken accessToken(AccessGrant grant) {
    var key = keys.current(grant.tenant());
    var header = new JWSHeader.Builder(Claims.ALGORITHM).type(Claims.TYPE).keyID(key.id()).build();
    var token = new JWSObject(header, new Payload(Claims.of(grant, secret())));
    try {
      token.sign(new ECDSASigner((ECPrivateKey) key.secret()));
    } catch (JOSEException failure) {
      throw new IllegalStateException("cannot sign with the key " + key.id(), failure);
    }
    return new AccessToken(token.serialize());
  }

  @Override
  public String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
