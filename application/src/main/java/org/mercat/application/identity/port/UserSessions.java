package org.mercat.application.identity.port;

import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;

/** Driven port: all sessions. Every adapter must pass {@code UserSessionsContract}. */
public interface UserSessions {

  SessionId nextId();

  Optional<Session> find(SessionId id);

  void add(Session session);

  /**
   * Stores version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Session session);
}
