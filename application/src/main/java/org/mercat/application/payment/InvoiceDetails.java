package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.CreditNotes;
import org.mercat.application.payment.port.InvoiceNotebook;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceEvent;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;
import org.mercat.domain.shared.Permission;

/** One invoice, for the parties of its booking and for administrators. */
public final class InvoiceDetails {

  public record Query(Caller caller, Name name) {}

  /** By what an invoice is asked for. */
  public sealed interface Name {
    record ById(InvoiceId id) implements Name {}

    record OfBooking(BookingId booking) implements Name {}
  }

  /** As what the caller looks at it. */
  public enum Reader {
    SELLER,
    CLIENT,
    ADMINISTRATOR
  }

  /** What was found. */
  public sealed interface Outcome {
    /**
     * The invoice as the caller may see it.
     *
     * @param notes without those that are not for the client, where the client asks
     */
    record Found(Invoice invoice, InvoiceNotes notes, List<CreditNote> creditNotes, Reader reader)
        implements Outcome {
      public Found {
        creditNotes = List.copyOf(creditNotes);
      }

      /** Grows with every change of any part. */
      public long version() {
        return invoice.version() + notes.version();
      }
    }

    record Forbidden() implements Outcome {}

    /** There is no such invoice, or the caller has no part in it. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Invoices invoices;
  private final CreditNotes creditNotes;
  private final InvoiceNotebook notebook;
  private final Disclosures disclosures;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final UnitOfWork marketsUnitOfWork;
  private final InstantSource clock;

  /**
   * Puts the query together.
   *
   * @param marketsUnitOfWork in which it is noted that the client has opened the invoice: nobody
   *     else writes on invoices
   */
  public InvoiceDetails(
      Access access,
      BookingParties parties,
      Invoices invoices,
      CreditNotes creditNotes,
      InvoiceNotebook notebook,
      Disclosures disclosures,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      UnitOfWork marketsUnitOfWork,
      InstantSource clock) {
    this.access = access;
    this.parties = parties;
    this.invoices = invoices;
    this.creditNotes = creditNotes;
    this.notebook = notebook;
    this.disclosures = disclosures;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketsUnitOfWork = marketsUnitOfWork;
    this.clock = clock;
  }

  /** The answer shows the invoice as it was before it was opened. */
  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    var outcome = unitOfWork.run(() -> read(query));
    if (outcome instanceof Outcome.Found(var invoice, _, _, var reader)
        && reader == Reader.CLIENT
        && invoice.viewedAt().isEmpty()) {
      var _ = SecondTry.at(() -> noteView(invoice.id()));
    }
    return outcome;
  }

  private Outcome read(Query query) {
    return named(query.name())
        .flatMap(
            invoice ->
                parties
                    .of(invoice.booking())
                    .filter(concerned -> isVisible(concerned, query.caller()))
                    .<Outcome>map(concerned -> found(invoice, concerned, query.caller())))
        .orElseGet(Outcome.NotFound::new);
  }

  private Optional<Invoice> named(Name name) {
    return switch (name) {
      case Name.ById(var id) -> invoices.find(id);
      case Name.OfBooking(var booking) -> invoices.ofBooking(booking);
    };
  }

  private boolean isVisible(Parties concerned, Caller caller) {
    return access.takesPart(caller, concerned.persons())
        || access.may(caller, Permission.BOOKING_READ_ANY);
  }

  private Outcome.Found found(Invoice invoice, Parties concerned, Caller caller) {
    if (!access.takesPart(caller, concerned.persons())) {
      disclosures.shown(List.of(InvoiceEvent.subject(invoice.id())));
    }
    var reader = reader(invoice, concerned, caller);
    var notes = notebook.on(invoice.id());
    return new Outcome.Found(
        invoice,
        reader == Reader.CLIENT ? notes.forClient() : notes,
        creditNotes.of(invoice.id()),
        reader);
  }

  private Reader reader(Invoice invoice, Parties concerned, Caller caller) {
    if (access.owns(caller, concerned.provider())) {
      return Reader.SELLER;
    }
    return access.owns(caller, invoice.buyer().client()) ? Reader.CLIENT : Reader.ADMINISTRATOR;
  }

  /** Whether it was the first time. */
  private boolean noteView(InvoiceId id) {
    return marketsUnitOfWork.run(
        () ->
            invoices
                .find(id)
                .map(invoice -> invoice.viewed(clock.instant()))
                .filter(this::isStored)
                .isPresent());
  }

  private boolean isStored(Transition transition) {
    if (transition instanceof Transition.Done(var next, var event)) {
      invoices.update(next);
      outbox.append(event);
      return true;
    }
    return false;
  }
}
