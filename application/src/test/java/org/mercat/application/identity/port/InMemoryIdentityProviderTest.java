package org.mercat.application.identity.port;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuerId;

class InMemoryIdentityProviderTest implements IdentityProviderContract {

  private final InMemoryIdentityProvider provider = new InMemoryIdentityProvider();

  @Override
  public IdentityProvider provider() {
    return provider;
  }

  @Override
  public OidcIssuer issuer() {
    return SampleIssuers.issuer(new OidcIssuerId(UUID.randomUUID()));
  }

  @Override
  public OidcIssuer another() {
    var name = "https://another.example.org";
    return SampleIssuers.issuer(new OidcIssuerId(UUID.randomUUID()), name, URI.create(name), false);
  }

  @Override
  public String token(OidcIssuer issuer, String audience, Identity identity, Instant until) {
    return provider.token(issuer.issuer(), audience, identity, until);
  }
}
