package org.mercat.persistence.identity;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.PasswordHash;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/**
 * Table {@code app_user}, column for component.
 *
 * @param roles the rows of {@code user_role}, joined by commas
 */
record UserRow(
    UUID id,
    String email,
    String firstName,
    String lastName,
    String passwordHash,
    Status status,
    Instant registeredAt,
    long version,
    String roles) {

  static UserRow of(UserAccount account) {
    return new UserRow(
        account.id().value(),
        account.email().value(),
        account.name().first(),
        account.name().last(),
        account.password().phc(),
        account.status(),
        account.registeredAt(),
        account.version(),
        account.roles().stream().map(Role::name).collect(joining(",")));
  }

  UserAccount toDomain() {
    return new UserAccount(
        new UserId(id),
        new EmailAddress(email),
        new PersonName(firstName, lastName),
        new PasswordHash(passwordHash),
        Stream.of(roles.split(",", -1)).map(Role::valueOf).collect(toUnmodifiableSet()),
        status,
        registeredAt,
        version);
  }
}
