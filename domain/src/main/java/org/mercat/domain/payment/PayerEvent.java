package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to what the gateway keeps of a payer. */
public sealed interface PayerEvent extends DomainEvent {

  /** Whose it is. */
  UserId user();

  @Override
  default Subject subject() {
    return subject(user());
  }

  /** The person as the subject of what the gateway keeps of it. */
  static Subject subject(UserId user) {
    return new Subject("payer", user.value());
  }

  record PayerOpened(UserId user, Instant at) implements PayerEvent {}

  /** From now on it can be paid with. */
  record MethodSaved(UserId user, SavedMethodId method, Instant at) implements PayerEvent {}

  /** Nobody pays with it any more. */
  record MethodRemoved(UserId user, SavedMethodId method, Instant at) implements PayerEvent {}

  /** It is what the person pays with when nothing else is said. */
  record MethodPreferred(UserId user, SavedMethodId method, Instant at) implements PayerEvent {}
}
