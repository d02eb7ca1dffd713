package org.mercat.persistence.shared;

import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.shared.DomainEvent;

/** Events as rows, numbered per subject. */
public final class MyBatisEventOutbox implements EventOutbox {

  private final Sessions sessions;
  private final Reactions reactions;

  public MyBatisEventOutbox(Sessions sessions, Reactions reactions) {
    this.sessions = sessions;
    this.reactions = reactions;
  }

  @Override
  public void append(DomainEvent event) {
    sessions.mapper(OutboxMapper.class).append(OutboxRow.of(Ids.next(), event));
    sessions.note(event.subject());
    reactions.to(event);
  }
}
