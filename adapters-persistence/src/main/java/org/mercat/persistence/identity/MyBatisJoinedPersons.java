package org.mercat.persistence.identity;

import java.util.Optional;
import org.mercat.application.identity.port.JoinedPersons;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisJoinedPersons implements JoinedPersons {

  private final Sessions sessions;

  public MyBatisJoinedPersons(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Contact> clientOf(UserId owner, UserId client) {
    return sessions
        .mapper(JoinedPersonsMapper.class)
        .clientOf(owner.value(), client.value())
        .map(ContactRow::to);
  }
}
