package org.mercat.application.shared;

import org.mercat.domain.notification.Envelope;

/**
 * Driven port: messages to persons, written in the unit of work of what they tell and sent after
 * its commit. Nobody can read them in the database, and nothing of them is left there when they
 * were sent. Every adapter must pass {@code MessageOutboxContract}.
 */
public interface MessageOutbox {
  void append(Envelope envelope);
}
