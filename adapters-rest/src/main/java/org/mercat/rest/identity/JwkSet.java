package org.mercat.rest.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.interfaces.ECPublicKey;
import org.mercat.application.identity.port.SigningKeys.SigningKey;
import org.mercat.application.shared.Acting;

/** The public halves of the keys of the present tenant (RFC 7517), for whoever checks tokens. */
final class JwkSet {

  static final String MEDIA_TYPE = "application/jwk-set+json";

  /** A key is shown for at least an hour before it signs. */
  static final String CACHE_CONTROL = "public, max-age=3600";

  private JwkSet() {}

  static JWKSet of(SigningKeyRing keys) {
    var shown = keys.all(Acting.now().tenant()).stream().map(JwkSet::shown).toList();
    return new JWKSet(shown);
  }

  private static JWK shown(SigningKey key) {
    return new ECKey.Builder(Curve.P_256, (ECPublicKey) key.known())
        .keyID(key.id())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(Claims.ALGORITHM)
        .build();
  }
}
