package org.mercat.application.payment.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: what gateways have told us, kept before anything is done about it. Every adapter
 * must pass {@code GatewayInboxContract}.
 */
public interface GatewayInbox {

  /** How often a message may fail before it is set aside as dead. */
  int TRIES = 10;

  /** How long whoever has leased a message has it for itself. */
  Duration LEASE = Duration.ofSeconds(30);

  /** Keeps a message; false when the same event of that gateway is there already. */
  boolean keep(Message message, Instant receivedAt);

  /**
   * Takes the lease of messages that are due, oldest first; nobody else gets them before it ends.
   */
  List<Message> lease(Instant now, int most);

  void done(Message message, Instant now);

  /** Until when everything that the gateway has told is here; empty when nobody has looked. */
  Optional<Instant> sweptUntil();

  /**
   * Notes that everything until then is here; an earlier time than the known one changes nothing.
   */
  void swept(Instant until);

  /** To be tried again then; a message that has failed too often is set aside as dead. */
  void failed(Message message, Instant retryAt);

  /**
   * A message: only what has changed and its id; the state itself is read from the gateway.
   *
   * @param gateway who sent it
   * @param event the sender's id of the event, unique with the gateway
   * @param object the sender's name of what has changed; empty for a kind that is not of interest
   * @param body as it came, for people who have to look
   */
  record Message(String gateway, String event, Kind kind, Optional<String> object, String body) {}

  /** What a message is about. */
  enum Kind {
    PAYMENT_CHANGED,
    REFUND_CHANGED,
    PAYEE_CHANGED,
    TRANSFER_CHANGED,
    PAYOUT_CHANGED,
    IGNORED
  }
}
