package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: all accounts for those who look after them, also the ones that their owners have
 * closed. Every adapter must pass {@code AccountDirectoryContract}.
 */
public interface AccountDirectory {

  /** Newest first. */
  Page<Entry> list(Filter filter, PageRequest request);

  Optional<Entry> findEntry(UserId id);

  /** Only accounts of this status, and only those of this address; all of them when empty. */
  record Filter(Optional<Status> status, Optional<EmailAddress> email) {}

  /**
   * An account.
   *
   * @param lastLoginAt by the system's clock; empty if the owner has never signed in
   */
  record Entry(UserAccount account, Optional<Instant> lastLoginAt) {}
}
