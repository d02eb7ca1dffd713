package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Invoice.Refusal;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.shared.Permission;

/** An administrator has seen that the money came of which a seller says so (ES-13). */
public final class ConfirmInvoicePayment {

  public record Command(Caller caller, InvoiceId invoice) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Confirmed(InvoiceId invoice) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Invoices invoices;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ConfirmInvoicePayment(
      Access access,
      Invoices invoices,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.invoices = invoices;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.BOOKING_MANAGE)
        ? unitOfWork.run(() -> confirm(command))
        : new Outcome.Forbidden();
  }

  private Outcome confirm(Command command) {
    return invoices
        .find(command.invoice())
        .map(invoice -> stored(invoice.confirmed(command.caller().user(), clock.instant())))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome stored(Transition transition) {
    return switch (transition) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var next, var event) -> {
        invoices.update(next);
        outbox.append(event);
        yield new Outcome.Confirmed(next.id());
      }
    };
  }
}
