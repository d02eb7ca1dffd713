package org.mercat.application.notification.port;

import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/**
 * Driven port: whoever carries messages to persons. Never called inside a unit of work. Every
 * adapter must pass {@code NotifierContract}.
 */
public interface Notifier {

  /** Hands the message over, once; the id is the same when it is sent again. */
  Delivery send(MessageId id, Envelope envelope);

  /** What became of it; a reason holds no personal datum and no secret. */
  sealed interface Delivery {

    /** The next one on the way has it. */
    record Accepted() implements Delivery {}

    /** It will never be taken: there is no use in sending it again. */
    record Refused(String why) implements Delivery {}

    /** Nobody took it now: it may be sent again. */
    record Unreachable(String why) implements Delivery {}
  }
}
