package org.mercat.application.identity.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;

/** Driven port: all accounts. Every adapter must pass {@code UsersContract}. */
public interface Users {

  UserId nextId();

  Optional<UserAccount> find(UserId id);

  Optional<UserAccount> findByEmail(EmailAddress email);

  /** Adds the account unless another one has its address. */
  Addition add(UserAccount account);

  /**
   * Stores version n + 1. The address stays what it was.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(UserAccount account);

  enum Addition {
    ADDED,
    EMAIL_TAKEN
  }
}
