package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.InvoiceNotebook;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceEvent.InvoiceAnnotated;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;
import org.mercat.domain.shared.Permission;

/** A seller writes on an invoice: for the client, or for nobody else. */
public final class AnnotateInvoice {

  /**
   * What is to stand there.
   *
   * @param notes as version n + 1 of the notes that the caller has seen as n
   */
  public record Command(Caller caller, InvoiceId invoice, InvoiceNotes notes) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Written(InvoiceId invoice) implements Outcome {}

    /** It is for the seller to write on it. */
    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody has written something else since. */
    record Stale() implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Invoices invoices;
  private final InvoiceNotebook notebook;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public AnnotateInvoice(
      Access access,
      BookingParties parties,
      Invoices invoices,
      InvoiceNotebook notebook,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.parties = parties;
    this.invoices = invoices;
    this.notebook = notebook;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            invoices
                .find(command.invoice())
                .flatMap(
                    invoice ->
                        parties
                            .of(invoice.booking())
                            .map(concerned -> write(invoice, concerned, command)))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome write(Invoice invoice, Parties concerned, Command command) {
    var caller = command.caller();
    if (!access.owns(caller, concerned.provider())) {
      return access.takesPart(caller, concerned.persons())
              || access.may(caller, Permission.BOOKING_READ_ANY)
          ? new Outcome.Forbidden()
          : new Outcome.NotFound();
    }
    if (notebook.on(invoice.id()).version() != command.notes().version()) {
      return new Outcome.Stale();
    }
    notebook.write(invoice.id(), command.notes());
    outbox.append(new InvoiceAnnotated(invoice.id(), clock.instant()));
    return new Outcome.Written(invoice.id());
  }
}
