package org.mercat.application.shared;

import java.util.List;
import java.util.UUID;

class InMemoryEventOutboxTest implements EventOutboxContract {

  private final Reactions reactions = new Reactions();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(reactions);
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(outbox);

  @Override
  public Reactions reactions() {
    return reactions;
  }

  @Override
  public EventOutbox outbox() {
    return outbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<UUID> kept() {
    return outbox.events().stream().map(event -> event.subject().id()).toList();
  }
}
