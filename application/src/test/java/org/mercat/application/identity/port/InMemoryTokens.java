package org.mercat.application.identity.port;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mercat.domain.identity.AccessGrant;

/** Tokens that mean something to the one that issued them, because it remembers. */
public final class InMemoryTokens implements TokenIssuer, TokenVerifier {

  private final Map<String, AccessGrant> issued = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  @Override
  public AccessToken accessToken(AccessGrant grant) {
    var text = "token-" + UUID.randomUUID();
    issued.put(text, grant);
    return new AccessToken(text);
  }

  @Override
  public String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Optional<AccessGrant> verify(String token, Instant now) {
    return Optional.ofNullable(issued.get(token)).filter(grant -> grant.holdsAt(now));
  }
}
