package org.mercat.persistence.identity;

import org.mercat.application.identity.port.JoinedPersons;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisJoinedPersons implements JoinedPersons {

  private final Sessions sessions;

  public MyBatisJoinedPersons(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean hasBooked(UserId client, UserId owner) {
    return sessions.mapper(JoinedPersonsMapper.class).hasBooked(client.value(), owner.value());
  }
}
