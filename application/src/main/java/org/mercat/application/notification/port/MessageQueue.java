package org.mercat.application.notification.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/**
 * Driven port: the messages that are still to be sent. Every adapter must pass {@code
 * MessageQueueContract}.
 */
public interface MessageQueue {

  /** How long whoever has leased a message has it for itself. */
  Duration LEASE = Duration.ofMinutes(2);

  /** Takes the lease of the message that is due longest; nobody else gets it before it ends. */
  Optional<Leased> lease(Instant now);

  /** It was sent: what it said is erased. */
  void sent(Leased message, Instant now);

  /** To be sent then; nothing happens when somebody else has the lease by now. */
  void postpone(Leased message, Instant retryAt, String why);

  /** It will never be sent: what it said is erased, unless somebody else has the lease by now. */
  void giveUp(Leased message, Instant now, String why);

  /**
   * A message that is for the taker alone, for a while.
   *
   * @param attempt the how manieth lease this is, from 1
   * @param envelope empty when nobody can open it any more
   */
  record Leased(MessageId id, int attempt, Optional<Envelope> envelope) {}
}
