package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** Accounts for tests. */
public final class SampleUsers {

  public static final Instant REGISTERED_AT = Instant.parse("2026-11-15T14:00:00Z");
  public static final PasswordHash HASH = new PasswordHash("$memory$of nothing");

  private SampleUsers() {}

  public static EmailAddress anyEmail() {
    return EmailAddress.of("ada-" + UUID.randomUUID() + "@example.org");
  }

  public static UserAccount client(UserId id) {
    return client(id, anyEmail());
  }

  public static UserAccount client(UserId id, EmailAddress email) {
    return account(id, email, Set.of(Role.CLIENT), Status.PENDING_VERIFICATION);
  }

  public static UserAccount account(UserId id, EmailAddress email, Set<Role> roles, Status status) {
    var name = new PersonName("Ada", "Lovelace");
    return new UserAccount(id, email, name, HASH, roles, status, REGISTERED_AT, 0);
  }
}
