package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.shared.Role;

/** A person as the market knows him or her. Immutable: a change makes the next account. */
public record UserAccount(
    UserId id,
    EmailAddress email,
    PersonName name,
    PasswordHash password,
    Set<Role> roles,
    Status status,
    Instant registeredAt,
    long version) {

  /** The roles that a person may take without being asked for reasons. */
  public static final Set<Role> FREE_ROLES = Set.of(Role.CLIENT, Role.PROVIDER);

  public enum Status {
    /** Registered; nobody has shown yet that the address is theirs. */
    PENDING_VERIFICATION,
    ACTIVE,
    /** Closed by its owner. */
    INACTIVE,
    SUSPENDED,
    BANNED
  }

  /** A new account and the event that tells of it. */
  public record Registered(UserAccount account, UserRegistered event) {}

  public UserAccount {
    roles = Set.copyOf(roles);
  }

  /**
   * Somebody joins the market.
   *
   * @throws IllegalArgumentException if the role is none of the {@link #FREE_ROLES}
   */
  public static Registered register(
      UserId id,
      EmailAddress email,
      PersonName name,
      PasswordHash password,
      Role role,
      Instant now) {
    if (!FREE_ROLES.contains(role)) {
      throw new IllegalArgumentException("nobody may register as " + role);
    }
    return registered(
        new UserAccount(
            id, email, name, password, Set.of(role), Status.PENDING_VERIFICATION, now, 0));
  }

  /** The administrator that the operator names before the market opens. */
  public static Registered administrator(
      UserId id, EmailAddress email, PersonName name, PasswordHash password, Instant now) {
    var roles = Set.of(Role.ADMIN, Role.SUPER_ADMIN);
    return registered(new UserAccount(id, email, name, password, roles, Status.ACTIVE, now, 0));
  }

  private static Registered registered(UserAccount account) {
    return new Registered(
        account, new UserRegistered(account.id, account.roles, account.registeredAt));
  }

  /** An address that is not verified yet keeps nobody out. */
  public boolean maySignIn() {
    return switch (status) {
      case PENDING_VERIFICATION, ACTIVE -> true;
      case INACTIVE, SUSPENDED, BANNED -> false;
    };
  }

  /** The same account whose password is kept in another way. */
  public UserAccount withPassword(PasswordHash next) {
    return new UserAccount(id, email, name, next, roles, status, registeredAt, version);
  }
}
