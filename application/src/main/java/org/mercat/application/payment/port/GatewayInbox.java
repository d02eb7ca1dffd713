package org.mercat.application.payment.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;

/**
 * Driven port: what gateways have told us, kept before anything is done about it. Every adapter
 * must pass {@code GatewayInboxContract}.
 */
public interface GatewayInbox {

  /**
   * How long a message that has failed is left alone, ever longer: who has made a mistake needs
   * time to mend it.
   */
  List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  /** How often a message may fail before it is set aside as dead, after about a day. */
  int TRIES = PAUSES.size() + 1;

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

  /** To be tried again after the next pause; one that has failed too often is set aside as dead. */
  void failed(Message message, Instant now);

  /** To be looked at again then, for it has not failed: it is too early. */
  void postponed(Message message, Instant until);

  /** The messages that are set aside, the last received first. */
  Page<Dead> dead(PageRequest page);

  /** Has a message that is set aside tried again from the beginning; false if there is none. */
  boolean revive(UUID id, Instant now);

  /** A message that is set aside. */
  record Dead(UUID id, Message message, Instant receivedAt) {}

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
    DISPUTE_CHANGED,
    /** A payer's bank has warned of fraud. */
    FRAUD_WARNED,
    METHOD_CHANGED,
    IGNORED
  }
}
