package org.mercat.rest.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.identity.OwnSessions.OwnSession;

/** A session on the wire, for its owner. */
record SessionView(
    UUID id,
    Optional<String> device,
    Optional<String> ip,
    Instant openedAt,
    Instant lastSeenAt,
    Instant expiresAt,
    boolean current) {

  static SessionView of(OwnSession session) {
    return new SessionView(
        session.id().value(),
        session.origin().userAgent(),
        session.origin().address(),
        session.openedAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.current());
  }
}
