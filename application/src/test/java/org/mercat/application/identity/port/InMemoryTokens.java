package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.domain.identity.AccessGrant;
import org.mercat.domain.identity.RefreshToken;

/** Tokens that mean something to the one that issued them, because it remembers. */
public final class InMemoryTokens implements TokenIssuer, TokenVerifier {

  private final Map<String, AccessGrant> issued = new ConcurrentHashMap<>();

  @Override
  public AccessToken accessToken(AccessGrant grant) {
    var text = "token-" + UUID.randomUUID();
    issued.put(text, grant);
    return new AccessToken(text);
  }

  @Override
  public RefreshToken refreshToken() {
    return new RefreshToken("refresh-" + UUID.randomUUID());
  }

  @Override
  public Optional<AccessGrant> verify(String token, Instant now) {
    return Optional.ofNullable(issued.get(token)).filter(grant -> grant.holdsAt(now));
  }
}
