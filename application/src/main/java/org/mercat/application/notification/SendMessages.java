package org.mercat.application.notification;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.notification.port.MessageQueue;
import org.mercat.application.notification.port.MessageQueue.Leased;
import org.mercat.application.notification.port.Notifier;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.application.shared.UnitOfWork;

/**
 * Sends what is due, one message after the other, each outside of any unit of work. A message may
 * come twice, when a node dies between handing it over and writing that down; none is lost. Run by
 * a job.
 */
public final class SendMessages {

  /** How often a message is tried: for about half a day. */
  static final int TRIES = 20;

  private static final System.Logger LOG = System.getLogger(SendMessages.class.getName());
  private static final int MOST_AT_ONCE = 50;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final MessageQueue queue;
  private final Notifier notifier;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public SendMessages(
      MessageQueue queue, Notifier notifier, UnitOfWork unitOfWork, InstantSource systemClock) {
    this.queue = queue;
    this.notifier = notifier;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /** Returns how many messages came to their end: handed over, or given up. */
  public int handle() {
    var ended = 0;
    while (ended < MOST_AT_ONCE && sendNext()) {
      ended++;
    }
    return ended;
  }

  /** False when nothing is due, or when the next one on the way cannot be reached now. */
  private boolean sendNext() {
    var due = unitOfWork.run(() -> queue.lease(systemClock.instant()));
    if (due.isEmpty()) {
      return false;
    }
    var delivery = deliver(due.get());
    end(due.get(), delivery);
    return !(delivery instanceof Delivery.Unreachable);
  }

  /** One poisoned message must not keep the others from being sent. */
  private Delivery deliver(Leased message) {
    if (message.envelope().isEmpty()) {
      return new Delivery.Refused("it cannot be opened");
    }
    try {
      return notifier.send(message.id(), message.envelope().get());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "message " + message.id().value() + " was not sent", failure);
      return new Delivery.Unreachable(failure.getClass().getSimpleName());
    }
  }

  private void end(Leased message, Delivery delivery) {
    var now = systemClock.instant();
    switch (delivery) {
      case Delivery.Accepted _ -> in(() -> queue.sent(message, now));
      case Delivery.Refused(var why) -> giveUp(message, now, why);
      case Delivery.Unreachable(var why) when message.attempt() >= TRIES ->
          giveUp(message, now, why);
      case Delivery.Unreachable(var why) ->
          in(() -> queue.postpone(message, now.plus(pause(message.attempt())), why));
    }
  }

  private void giveUp(Leased message, Instant now, String why) {
    LOG.log(Level.WARNING, "message {0} is given up: {1}", message.id().value(), why);
    in(() -> queue.giveUp(message, now, why));
  }

  /** Doubles from five seconds up to an hour. */
  private static Duration pause(int attempt) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private void in(Runnable work) {
    var done =
        unitOfWork.run(
            () -> {
              work.run();
              return Boolean.TRUE;
            });
    assert done;
  }
}
