package org.mercat.rest.identity;

import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.identity.port.TokenIssuer;
import org.mercat.application.identity.port.TokenIssuerContract;
import org.mercat.application.identity.port.TokenVerifier;
import org.mercat.application.identity.port.TokenVerifierContract;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;

class NimbusTokensTest implements TokenIssuerContract, TokenVerifierContract {

  private final SigningKeyRing keys = ring(new InMemorySigningKeys());

  @Override
  public TokenIssuer issuer() {
    return new NimbusTokenIssuer(keys);
  }

  @Override
  public TokenVerifier verifier() {
    return new NimbusTokenVerifier(keys);
  }

  @Override
  public TokenIssuer stranger() {
    return new NimbusTokenIssuer(ring(new InMemorySigningKeys()));
  }

  static SigningKeyRing ring(InMemorySigningKeys keys) {
    return new SigningKeyRing(
        keys, new InMemoryUnitOfWork(keys), new SettableClock(SampleGrants.FROM));
  }
}
