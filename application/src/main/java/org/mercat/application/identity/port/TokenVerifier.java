package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.AccessGrant;

/**
 * Driven port: reads access tokens. Never called inside a unit of work, for it may have to read a
 * key. Every adapter must pass {@code TokenVerifierContract}.
 */
public interface TokenVerifier {

  /** What the token grants; empty if we did not make it like this or it does not hold now. */
  Optional<AccessGrant> verify(String token, Instant now);
}
