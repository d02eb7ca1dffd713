package org.mercat.domain.identity;

import java.time.Instant;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a session, by the system's clock as everything about sessions. */
public sealed interface SessionEvent extends DomainEvent {

  SessionId session();

  UserId user();

  @Override
  default Subject subject() {
    return new Subject("session", session().value());
  }

  record SessionOpened(SessionId session, UserId user, Instant at) implements SessionEvent {}

  record SessionEnded(SessionId session, UserId user, Instant at) implements SessionEvent {}

  /** A refresh token was used a second time: somebody has a copy of it. A security event. */
  record RefreshTokenReused(SessionId session, UserId user, Instant at) implements SessionEvent {}
}
