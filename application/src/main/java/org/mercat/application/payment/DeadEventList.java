package org.mercat.application.payment;

import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Dead;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Query: what gateways have told us and could not be acted on, for administrators. */
public final class DeadEventList {

  public record Query(Caller caller, PageRequest page) {}

  public sealed interface Outcome {
    record Listed(Page<Dead> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final GatewayInbox inbox;
  private final UnitOfWork unitOfWork;

  public DeadEventList(Access access, GatewayInbox inbox, UnitOfWork unitOfWork) {
    this.access = access;
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.LEDGER_AUDIT)
        ? new Outcome.Listed(unitOfWork.run(() -> inbox.dead(query.page())))
        : new Outcome.Forbidden();
  }
}
