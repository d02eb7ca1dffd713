package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Role;

/** What can happen to an account. Names, addresses and reasons stay in the account. */
public sealed interface UserEvent extends DomainEvent {

  UserId user();

  @Override
  default Subject subject() {
    return subject(user());
  }

  /** The person as the subject of events. */
  static Subject subject(UserId user) {
    return new Subject("user", user.value());
  }

  record UserRegistered(UserId user, Set<Role> roles, Instant at) implements UserEvent {
    public UserRegistered {
      roles = Set.copyOf(roles);
    }
  }

  record EmailVerified(UserId user, Instant at) implements UserEvent {}

  record EmailChanged(UserId user, Instant at) implements UserEvent {}

  record PhoneVerified(UserId user, Instant at) implements UserEvent {}

  record PasswordChanged(UserId user, Instant at) implements UserEvent {}

  record ProfileChanged(UserId user, Instant at) implements UserEvent {}

  record UserSuspended(UserId user, Instant at) implements UserEvent {}

  record UserBanned(UserId user, Instant at) implements UserEvent {}

  record UserReactivated(UserId user, Instant at) implements UserEvent {}

  record UserClosed(UserId user, Instant at) implements UserEvent {}

  record UserRestored(UserId user, Instant at) implements UserEvent {}

  /** Too many wrong passwords: nobody signs in before that time, by the system's clock. */
  record SignInLocked(UserId user, Instant until, Instant at) implements UserEvent {}

  /** The right password came after so many wrong ones, by the system's clock. */
  record SignedInAfterFailures(UserId user, int failures, Instant at) implements UserEvent {}
}
