package org.mercat.application.integration.port;

import java.util.Optional;
import java.util.Set;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/** Driven port: in whose name keys are used. Every adapter must pass {@code KeyOwnersContract}. */
public interface KeyOwners {

  /** What a person may do now; empty for one who may not sign in. */
  Optional<Set<Permission>> permissions(UserId owner);
}
