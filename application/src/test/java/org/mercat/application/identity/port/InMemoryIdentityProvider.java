package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.domain.identity.OidcIssuer;

/** Issuers outside whose tokens mean something to this object, because it remembers them. */
public final class InMemoryIdentityProvider implements IdentityProvider {

  private record Issued(String issuer, String audience, Identity identity, Instant until) {}

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  /** A token of an issuer for an audience; it looks like a digest, and is its own. */
  public String token(String issuer, String audience, Identity identity, Instant until) {
    var text = "%s%s".formatted(UUID.randomUUID(), UUID.randomUUID()).replace("-", "");
    issued.put(text, new Issued(issuer, audience, identity, until));
    return text;
  }

  @Override
  public Optional<String> issuer(String token) {
    return Optional.ofNullable(issued.get(token)).map(Issued::issuer);
  }

  @Override
  public Optional<Vouched> verify(OidcIssuer issuer, String token, Instant now) {
    return Optional.ofNullable(issued.get(token))
        .filter(found -> found.issuer().equals(issuer.issuer()))
        .filter(found -> found.audience().equals(issuer.audience()))
        .filter(found -> now.isBefore(found.until()))
        .filter(found -> !found.until().isAfter(now.plus(LONGEST)))
        .map(found -> new Vouched(found.identity(), token, found.until()));
  }
}
