package org.mercat.application.identity.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.Rights;
import org.mercat.domain.identity.UserId;

/** Driven port: what persons may do. Every adapter must pass {@code UserRightsContract}. */
public interface UserRights {

  /** Empty when there is no such account, or its owner has closed it. */
  Optional<Rights> find(UserId user);

  /**
   * Stores version n + 1 of the account, unless nobody would be super administrator any more: of
   * two who take the role from each other at once, one is too late.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one, or is closed
   */
  Change update(Rights rights);

  /** What came of an update. */
  enum Change {
    CHANGED,
    /** Nothing is stored. */
    LAST_SUPER_ADMIN
  }
}
