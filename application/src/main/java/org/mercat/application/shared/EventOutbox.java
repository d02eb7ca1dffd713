package org.mercat.application.shared;

import org.mercat.domain.shared.DomainEvent;

/**
 * Driven port: events written in the same unit of work as the state they describe. Appending also
 * runs the {@link Reactions} to the event, in the same unit: an exception of one of them rolls
 * everything back. What may come later (mail, search, webhooks) reads the outbox after the commit.
 */
public interface EventOutbox {
  void append(DomainEvent event);
}
