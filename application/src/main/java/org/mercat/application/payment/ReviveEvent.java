package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.UUID;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/**
 * An administrator has an event of the gateway tried again that was set aside, once its cause is
 * mended. Nothing can be done twice by it: an event is only a hint, and what it is about is read
 * again.
 */
public final class ReviveEvent {

  public record Command(Caller caller, UUID event) {}

  public sealed interface Outcome {
    /** It is tried again soon. */
    record Revived() implements Outcome {}

    record Forbidden() implements Outcome {}

    /** There is none that is set aside. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final GatewayInbox inbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public ReviveEvent(
      Access access, GatewayInbox inbox, UnitOfWork unitOfWork, InstantSource systemClock) {
    this.access = access;
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.LEDGER_AUDIT)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(() -> inbox.revive(command.event(), systemClock.instant()))
        ? new Outcome.Revived()
        : new Outcome.NotFound();
  }
}
