package org.mercat.application.shared;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mercat.domain.shared.DomainEvent;

/**
 * What one context must do because another has done something: use cases whose command is the
 * event. Registered once, when the parts are put together; run by every {@link EventOutbox} in the
 * order of registration.
 */
public final class Reactions {

  private record Reaction<E extends DomainEvent>(Class<E> to, Consumer<? super E> handler) {
    void offer(DomainEvent event) {
      if (to.isInstance(event)) {
        handler.accept(to.cast(event));
      }
    }
  }

  private final List<Reaction<?>> registered = new CopyOnWriteArrayList<>();

  public <E extends DomainEvent> void on(Class<E> event, Consumer<? super E> handler) {
    registered.add(new Reaction<>(event, handler));
  }

  /** Runs every reaction to the event; for adapters of {@link EventOutbox} only. */
  public void to(DomainEvent event) {
    registered.forEach(reaction -> reaction.offer(event));
  }
}
