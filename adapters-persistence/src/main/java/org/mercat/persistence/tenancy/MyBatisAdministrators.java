package org.mercat.persistence.tenancy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.mercat.application.identity.port.PasswordHasher;
import org.mercat.application.identity.port.Users;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.tenancy.port.Administrators;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PasswordRules;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Sessions;

/** Accounts as identity keeps them, written in the scope of the other tenant. */
public final class MyBatisAdministrators implements Administrators {

  private static final PersonName NAME = new PersonName("First", "Administrator");

  private static final int BYTES_OF_A_PASSWORD = 32;

  private final SecureRandom random = new SecureRandom();
  private final Sessions sessions;
  private final Users users;
  private final PasswordHasher hasher;
  private final EventOutbox outbox;

  public MyBatisAdministrators(
      Sessions sessions, Users users, PasswordHasher hasher, EventOutbox outbox) {
    this.sessions = sessions;
    this.users = users;
    this.hasher = hasher;
    this.outbox = outbox;
  }

  @Override
  public Candidacy candidate(String email, Optional<String> password) {
    var address = EmailAddress.of(email);
    var chosen = password.map(Password::chosen).orElseGet(this::unknown);
    return PasswordRules.weakness(chosen, address, NAME).isPresent()
        ? new Guessable()
        : new Candidate(address.value(), hasher.hash(chosen).phc());
  }

  private Password unknown() {
    var bytes = new byte[BYTES_OF_A_PASSWORD];
    random.nextBytes(bytes);
    return new Password(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public void appoint(Candidate candidate, TenantId tenant, Instant now) {
    sessions.inside(tenant, () -> add(candidate, now));
  }

  private void add(Candidate candidate, Instant now) {
    var registered =
        UserAccount.administrator(
            users.nextId(),
            new EmailAddress(candidate.email()),
            NAME,
            new PasswordHash(candidate.passwordHash()),
            now);
    if (users.add(registered.account()) == Addition.EMAIL_TAKEN) {
      throw new IllegalStateException("a tenant that is being opened has accounts");
    }
    outbox.append(registered.event());
  }
}
