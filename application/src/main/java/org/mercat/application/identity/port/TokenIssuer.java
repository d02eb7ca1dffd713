package org.mercat.application.identity.port;

import org.mercat.domain.identity.AccessGrant;

/**
 * Driven port: makes tokens. Never called inside a unit of work, for it may have to read its key.
 * Every adapter must pass {@code TokenIssuerContract}.
 */
public interface TokenIssuer {

  /** A text that {@link TokenVerifier} reads back, and that nobody else can make. */
  AccessToken accessToken(AccessGrant grant);

  /** 256 bits, in base 64 for URLs, that nobody has seen before and nobody can guess. */
  String secret();

  record AccessToken(String text) {
    @Override
    public String toString() {
      return "AccessToken[...]";
    }
  }
}
