package org.mercat.application.identity.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;

public final class InMemoryUserSessions implements UserSessions, Store {

  private Map<SessionId, Session> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public SessionId nextId() {
    return new SessionId(UUID.randomUUID());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public void add(Session session) {
    stored.put(session.id(), session);
  }

  @Override
  public void update(Session session) {
    var current = stored.get(session.id());
    if (current == null || current.version() != session.version()) {
      throw new ConcurrencyConflict("session " + session.id().value());
    }
    stored.put(
        session.id(),
        new Session(
            session.id(),
            session.user(),
            session.refreshToken(),
            session.openedAt(),
            session.expiresAt(),
            session.endedAt(),
            session.version() + 1));
  }
}
