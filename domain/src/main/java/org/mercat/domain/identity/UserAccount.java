package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.identity.Standing.Banned;
import org.mercat.domain.identity.Standing.Closed;
import org.mercat.domain.identity.Standing.Open;
import org.mercat.domain.identity.Standing.Suspended;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.identity.UserEvent.EmailChanged;
import org.mercat.domain.identity.UserEvent.EmailVerified;
import org.mercat.domain.identity.UserEvent.PasswordChanged;
import org.mercat.domain.identity.UserEvent.PhoneVerified;
import org.mercat.domain.identity.UserEvent.ProfileChanged;
import org.mercat.domain.identity.UserEvent.UserBanned;
import org.mercat.domain.identity.UserEvent.UserClosed;
import org.mercat.domain.identity.UserEvent.UserReactivated;
import org.mercat.domain.identity.UserEvent.UserRegistered;
import org.mercat.domain.identity.UserEvent.UserRestored;
import org.mercat.domain.identity.UserEvent.UserSuspended;
import org.mercat.domain.shared.Role;

/**
 * A person as the market knows him or her. Immutable: every command returns the next account, or
 * why not.
 *
 * @param emailVerifiedAt when somebody has shown that the address is theirs; empty if nobody has
 */
public record UserAccount(
    UserId id,
    EmailAddress email,
    Optional<Instant> emailVerifiedAt,
    PasswordHash password,
    Set<Role> roles,
    Profile profile,
    Standing standing,
    Instant registeredAt,
    long version) {

  /** The roles that a person may take without being asked for reasons. */
  public static final Set<Role> FREE_ROLES = Set.of(Role.CLIENT, Role.PROVIDER);

  private static final Set<Role> ADMINISTRATORS = Set.of(Role.ADMIN, Role.SUPER_ADMIN);

  /** The standing in the words of the seeds (C-07); one that is deleted is inactive. */
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

  /** What a command makes of an account. */
  public sealed interface Transition {
    record Done(UserAccount account, UserEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command changes nothing. */
  public enum Refusal {
    /** It is what the command would make of it. */
    ALREADY_SO,
    SUSPENDED,
    BANNED,
    CLOSED,
    /** Closed for longer than it can be brought back. */
    TOO_LATE,
    /** It is one of an administrator, from whom that role has to be taken first. */
    ADMINISTRATOR
  }

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
            id,
            email,
            Optional.empty(),
            password,
            Set.of(role),
            Profile.of(name),
            new Open(),
            now,
            0));
  }

  /** The administrator that the operator names before the market opens. */
  public static Registered administrator(
      UserId id, EmailAddress email, PersonName name, PasswordHash password, Instant now) {
    return registered(
        new UserAccount(
            id,
            email,
            Optional.of(now),
            password,
            ADMINISTRATORS,
            Profile.of(name),
            new Open(),
            now,
            0));
  }

  private static Registered registered(UserAccount account) {
    return new Registered(
        account, new UserRegistered(account.id, account.roles, account.registeredAt));
  }

  public PersonName name() {
    return profile.name();
  }

  public Status status() {
    return switch (standing) {
      case Open _ -> isVerified() ? Status.ACTIVE : Status.PENDING_VERIFICATION;
      case Suspended _ -> Status.SUSPENDED;
      case Banned _ -> Status.BANNED;
      case Closed _ -> Status.INACTIVE;
    };
  }

  public boolean isVerified() {
    return emailVerifiedAt.isPresent();
  }

  /** Whether others look up to it: an administrator's account is changed by few. */
  public boolean isAdministrator() {
    return roles.stream().anyMatch(ADMINISTRATORS::contains);
  }

  /** An address that is not verified yet keeps nobody out. */
  public boolean maySignIn() {
    return switch (standing) {
      case Open _ -> true;
      case Suspended _, Banned _, Closed _ -> false;
    };
  }

  /** Somebody has shown that the address is theirs. */
  public Transition verifyEmail(Instant now) {
    return ifOpen(
        isVerified()
            ? new Refused(Refusal.ALREADY_SO)
            : new Done(reachedBy(email, now), new EmailVerified(id, now)));
  }

  /** The person is reached at another address from now on, which is shown to be theirs. */
  public Transition changeEmail(EmailAddress next, Instant now) {
    return ifOpen(
        next.equals(email)
            ? new Refused(Refusal.ALREADY_SO)
            : new Done(reachedBy(next, now), new EmailChanged(id, now)));
  }

  /** The person has shown that the telephone is theirs. */
  public Transition verifyPhone(PhoneNumber number, Instant now) {
    return ifOpen(new Done(saying(profile.withVerified(number, now)), new PhoneVerified(id, now)));
  }

  /** The person says something else about himself. */
  public Transition change(Profile next, Instant now) {
    return ifOpen(
        next.equals(profile)
            ? new Refused(Refusal.ALREADY_SO)
            : new Done(saying(next), new ProfileChanged(id, now)));
  }

  public Transition changePassword(PasswordHash next, Instant now) {
    return ifOpen(new Done(withPassword(next), new PasswordChanged(id, now)));
  }

  /** An administrator keeps the person out for a while. */
  public Transition suspend(String reason, Instant now) {
    return switch (standing) {
      case Open _ -> unlessAdministrator(new Suspended(reason, now), new UserSuspended(id, now));
      case Suspended _ -> new Refused(Refusal.ALREADY_SO);
      case Banned _ -> new Refused(Refusal.BANNED);
      case Closed _ -> new Refused(Refusal.CLOSED);
    };
  }

  /** An administrator keeps the person out for good. */
  public Transition ban(String reason, Instant now) {
    return switch (standing) {
      case Open _, Suspended _ ->
          unlessAdministrator(new Banned(reason, now), new UserBanned(id, now));
      case Banned _ -> new Refused(Refusal.ALREADY_SO);
      case Closed _ -> new Refused(Refusal.CLOSED);
    };
  }

  /** An administrator lets the person in again. */
  public Transition reactivate(Instant now) {
    return switch (standing) {
      case Open _ -> new Refused(Refusal.ALREADY_SO);
      case Suspended _, Banned _ -> new Done(in(new Open()), new UserReactivated(id, now));
      case Closed _ -> new Refused(Refusal.CLOSED);
    };
  }

  /** The owner does not want the account any more. */
  public Transition close(Instant now) {
    return standing instanceof Closed
        ? new Refused(Refusal.ALREADY_SO)
        : ifOpen(unlessAdministrator(new Closed(now), new UserClosed(id, now)));
  }

  /** An administrator brings back what its owner has closed. */
  public Transition restore(Instant now) {
    return switch (standing) {
      case Open _, Suspended _, Banned _ -> new Refused(Refusal.ALREADY_SO);
      case Closed closed when closed.isRecoverable(now) ->
          new Done(in(new Open()), new UserRestored(id, now));
      case Closed _ -> new Refused(Refusal.TOO_LATE);
    };
  }

  /** The same account whose password is kept in another way. */
  public UserAccount withPassword(PasswordHash next) {
    return new UserAccount(
        id, email, emailVerifiedAt, next, roles, profile, standing, registeredAt, version);
  }

  /** The same account of somebody who is something else in the market. */
  public UserAccount withRoles(Set<Role> next) {
    return new UserAccount(
        id, email, emailVerifiedAt, password, next, profile, standing, registeredAt, version);
  }

  private Transition ifOpen(Transition transition) {
    return switch (standing) {
      case Open _ -> transition;
      case Suspended _ -> new Refused(Refusal.SUSPENDED);
      case Banned _ -> new Refused(Refusal.BANNED);
      case Closed _ -> new Refused(Refusal.CLOSED);
    };
  }

  private Transition unlessAdministrator(Standing next, UserEvent event) {
    return isAdministrator() ? new Refused(Refusal.ADMINISTRATOR) : new Done(in(next), event);
  }

  private UserAccount in(Standing next) {
    return new UserAccount(
        id, email, emailVerifiedAt, password, roles, profile, next, registeredAt, version);
  }

  private UserAccount saying(Profile next) {
    return new UserAccount(
        id, email, emailVerifiedAt, password, roles, next, standing, registeredAt, version);
  }

  private UserAccount reachedBy(EmailAddress address, Instant now) {
    return new UserAccount(
        id, address, Optional.of(now), password, roles, profile, standing, registeredAt, version);
  }
}
