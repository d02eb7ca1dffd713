package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: all accounts. One that its owner has closed is found by nobody who does not ask for
 * such, and its address is free. Every adapter must pass {@code UsersContract}.
 */
public interface Users {

  UserId nextId();

  Optional<UserAccount> find(UserId id);

  /** An account that its owner has closed. */
  Optional<UserAccount> findClosed(UserId id);

  Optional<UserAccount> findByEmail(EmailAddress email);

  /** Adds the account unless another one has its address. */
  Addition add(UserAccount account);

  /**
   * Stores version n + 1. The address stays what it was.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one, or is closed
   */
  void update(UserAccount account);

  /**
   * Stores version n + 1 with its address, which may be a new one or had become free, unless
   * another account has it.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one, or another account is
   *     taking the address at this moment
   */
  Addition updateAndTakeEmail(UserAccount account);

  /**
   * Keeps when the owner has signed in last. The version stays, for nothing else changes.
   *
   * @throws ConcurrencyConflict if the password is no longer that of the account, or it may not be
   *     signed in to any more
   */
  void signedIn(UserAccount account, Instant at);

  enum Addition {
    ADDED,
    EMAIL_TAKEN
  }
}
