package org.mercat.domain.identity;

import java.time.Instant;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a second factor, by the system's clock. */
public sealed interface SecondFactorEvent extends DomainEvent {

  UserId user();

  @Override
  default Subject subject() {
    return new Subject("user", user().value());
  }

  record SecondFactorAdded(UserId user, Instant at) implements SecondFactorEvent {}

  record SecondFactorRemoved(UserId user, Instant at) implements SecondFactorEvent {}

  record RecoveryCodesRenewed(UserId user, Instant at) implements SecondFactorEvent {}

  /** A recovery code took the place of the authenticator; so many are left. */
  record RecoveryCodeUsed(UserId user, int left, Instant at) implements SecondFactorEvent {}
}
