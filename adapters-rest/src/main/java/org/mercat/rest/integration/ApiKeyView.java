package org.mercat.rest.integration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Secrets.Previous;
import org.mercat.domain.integration.ApiKeySecret;

/**
 * A key on the wire, for its owner.
 *
 * @param secret there once, when it has been made
 */
record ApiKeyView(
    UUID id,
    String name,
    String prefix,
    List<String> scopes,
    Instant madeAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> previousUntil,
    Optional<String> secret) {

  static ApiKeyView of(ApiKey key) {
    return of(key, Optional.empty());
  }

  static ApiKeyView of(ApiKey key, ApiKeySecret secret) {
    return of(key, Optional.of(secret.text()));
  }

  private static ApiKeyView of(ApiKey key, Optional<String> secret) {
    return new ApiKeyView(
        key.id().value(),
        key.terms().name(),
        ApiKeySecret.MARK + key.secrets().prefix(),
        Scopes.words(key.terms().scopes()),
        key.life().madeAt(),
        key.terms().expiresAt(),
        key.life().usedAt(),
        key.secrets().previous().map(Previous::until),
        secret);
  }

  @Override
  public String toString() {
    return "ApiKeyView[" + id + "]";
  }
}
