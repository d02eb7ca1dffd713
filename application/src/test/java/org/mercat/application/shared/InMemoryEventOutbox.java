package org.mercat.application.shared;

import java.util.ArrayList;
import java.util.List;
import org.mercat.domain.shared.DomainEvent;

/** Keeps every event in the order of appending, and runs the reactions. */
public final class InMemoryEventOutbox implements EventOutbox, InMemoryUnitOfWork.Store {

  private final Reactions reactions;
  private final List<DomainEvent> events = new ArrayList<>();

  public InMemoryEventOutbox(Reactions reactions) {
    this.reactions = reactions;
  }

  @Override
  public void append(DomainEvent event) {
    events.add(event);
    reactions.to(event);
  }

  public List<DomainEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public Runnable snapshot() {
    var before = List.copyOf(events);
    return () -> {
      events.clear();
      events.addAll(before);
    };
  }
}
