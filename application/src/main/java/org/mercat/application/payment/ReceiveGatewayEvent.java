package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.shared.UnitOfWork;

/**
 * Keeps what a gateway has told us; {@link ProcessGatewayEvents} does something about it. The
 * sender has been verified before.
 */
public final class ReceiveGatewayEvent {

  public record Command(Message message) {}

  /** What came of it. */
  public enum Outcome {
    KEPT,
    /** The event has been told before. */
    DUPLICATE
  }

  private final GatewayInbox inbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public ReceiveGatewayEvent(GatewayInbox inbox, UnitOfWork unitOfWork, InstantSource systemClock) {
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    var isNew = unitOfWork.run(() -> inbox.keep(command.message(), systemClock.instant()));
    return isNew ? Outcome.KEPT : Outcome.DUPLICATE;
  }
}
