package org.mercat.persistence.identity;

import java.util.Optional;
import org.mercat.application.identity.port.UserSessions;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.identity.Session;
import org.mercat.domain.identity.SessionId;
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

  private UserSessionMapper mapper() {
    return sessions.mapper(UserSessionMapper.class);
  }
}
