package org.mercat.application.identity.port;

import java.util.Optional;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;

/**
 * Driven port: makes passwords safe to keep. It is slow on purpose, so never called inside a unit
 * of work; when too many wait for it, it throws {@link PortUnavailable}. Every adapter must pass
 * {@code PasswordHasherContract}.
 */
public interface PasswordHasher {

  PasswordHash hash(Password password);

  /** Whether it is the password of the hash. Without a hash it is not, after as much work. */
  boolean matches(Password password, Optional<PasswordHash> hash);

  /** Whether new hashes are made in a stronger way than this one was. */
  boolean isOutdated(PasswordHash hash);
}
