package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Role;

/** What can happen to an account. Names and addresses stay in the account. */
public sealed interface UserEvent extends DomainEvent {

  UserId user();

  @Override
  default Subject subject() {
    return new Subject("user", user().value());
  }

  record UserRegistered(UserId user, Set<Role> roles, Instant at) implements UserEvent {
    public UserRegistered {
      roles = Set.copyOf(roles);
    }
  }
}
