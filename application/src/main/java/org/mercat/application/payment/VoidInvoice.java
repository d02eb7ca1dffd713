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

/** An administrator takes back an invoice that nobody has paid; its number stays used. */
public final class VoidInvoice {

  public record Command(Caller caller, InvoiceId invoice) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Voided(InvoiceId invoice) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Invoices invoices;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public VoidInvoice(
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
        ? unitOfWork.run(() -> takeBack(command.invoice()))
        : new Outcome.Forbidden();
  }

  private Outcome takeBack(InvoiceId id) {
    return invoices
        .find(id)
        .map(invoice -> stored(invoice.voided(clock.instant())))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome stored(Transition transition) {
    return switch (transition) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done(var next, var event) -> {
        invoices.update(next);
        outbox.append(event);
        yield new Outcome.Voided(next.id());
      }
    };
  }
}
