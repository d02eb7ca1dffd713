package org.mercat.application.identity.port;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.OidcIssuer.Algorithm;
import org.mercat.domain.identity.OidcIssuerId;
import org.mercat.domain.shared.Role;

/** Issuers for tests. */
public final class SampleIssuers {

  public static final String ISSUER = "https://id.example.org/realms/market";
  public static final String AUDIENCE = "mercat-web";

  private SampleIssuers() {}

  public static OidcIssuer issuer(OidcIssuerId id) {
    return issuer(id, ISSUER, URI.create(ISSUER + "/keys"), true);
  }

  public static OidcIssuer issuer(OidcIssuerId id, String name, URI keys, boolean admitsStrangers) {
    return new OidcIssuer(
        id,
        name,
        AUDIENCE,
        keys,
        Set.of(Algorithm.RS256, Algorithm.ES256),
        "realm_access.roles",
        Map.of("seller", Role.PROVIDER, "buyer", Role.CLIENT),
        admitsStrangers);
  }
}
