package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.Session.Transition.Done;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;

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
    store(session);
  }

  @Override
  public Page<Session> live(UserId user, Instant now, PageRequest page) {
    var found =
        newestFirst()
            .filter(session -> session.user().equals(user) && session.isLive(now))
            .dropWhile(session -> page.after().isPresent() && !isAt(session, page))
            .skip(page.after().isPresent() ? 1 : 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, session -> session.id().value());
  }

  @Override
  public List<Session> endAll(UserId user, Optional<SessionId> butFor, Instant now) {
    var ending =
        stored.values().stream()
            .filter(session -> session.user().equals(user) && session.isLive(now))
            .filter(session -> !Optional.of(session.id()).equals(butFor))
            .map(session -> session.end(now))
            .map(Done.class::cast)
            .map(Done::session)
            .toList();
    ending.forEach(this::store);
    return ending.stream().map(session -> stored.getOrDefault(session.id(), session)).toList();
  }

  @Override
  public int forget(Instant before, int most) {
    var over =
        stored.values().stream()
            .filter(session -> session.endedAt().orElse(session.expiresAt()).isBefore(before))
            .limit(most)
            .toList();
    over.forEach(session -> stored.remove(session.id()));
    return over.size();
  }

  private Stream<Session> newestFirst() {
    return List.copyOf(stored.values()).reversed().stream();
  }

  private static boolean isAt(Session session, PageRequest page) {
    return page.after().equals(Optional.of(session.id().value()));
  }

  private void store(Session session) {
    stored.put(
        session.id(),
        new Session(
            session.id(),
            session.user(),
            session.family(),
            session.origin(),
            session.openedAt(),
            session.lastSeenAt(),
            session.expiresAt(),
            session.endedAt(),
            session.version() + 1));
  }
}
