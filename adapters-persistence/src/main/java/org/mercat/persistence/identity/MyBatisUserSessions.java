package org.mercat.persistence.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisUserSessions implements UserSessions {

  private final Sessions sessions;

  public MyBatisUserSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public SessionId nextId() {
    return new SessionId(Ids.next());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(UserSessionRow::toDomain);
  }

  @Override
  public void add(Session session) {
    var _ = mapper().insert(UserSessionRow.of(session));
  }

  @Override
  public void update(Session session) {
    if (mapper().update(UserSessionRow.of(session)) == 0) {
      throw new ConcurrencyConflict("session " + session.id().value());
    }
  }

  @Override
  public Page<Session> live(UserId user, Instant now, PageRequest page) {
    var found = mapper().live(user.value(), now, page.after().orElse(null), page.limit() + 1);
    return Page.of(found, page, UserSessionRow::id).map(UserSessionRow::toDomain);
  }

  @Override
  public List<Session> endAll(UserId user, Optional<SessionId> butFor, Instant now) {
    var ended = mapper().endAll(user.value(), butFor.map(SessionId::value).orElse(null), now);
    return ended.stream().map(UserSessionRow::toDomain).toList();
  }

  @Override
  public int forget(Instant before, int most) {
    return mapper().forget(before, most);
  }

  private UserSessionMapper mapper() {
    return sessions.mapper(UserSessionMapper.class);
  }
}
