package org.mercat.application.payment;

import org.mercat.application.payment.port.CreditNotes;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.shared.Permission;

/** One credit note with its invoice, for whoever sees the invoice. */
public final class CreditNoteDetails {

  public record Query(Caller caller, CreditNoteId note) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(CreditNote note, Invoice invoice) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final CreditNotes creditNotes;
  private final InvoiceDetails details;
  private final UnitOfWork unitOfWork;

  public CreditNoteDetails(
      Access access, CreditNotes creditNotes, InvoiceDetails details, UnitOfWork unitOfWork) {
    this.access = access;
    this.creditNotes = creditNotes;
    this.details = details;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> creditNotes.find(query.note()))
        .map(note -> with(note, query.caller()))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome with(CreditNote note, Caller caller) {
    var name = new InvoiceDetails.Name.ById(note.invoice());
    return switch (details.handle(new InvoiceDetails.Query(caller, name))) {
      case InvoiceDetails.Outcome.Found(var invoice, _, _, _) -> new Outcome.Found(note, invoice);
      case InvoiceDetails.Outcome.Forbidden _ -> new Outcome.Forbidden();
      case InvoiceDetails.Outcome.NotFound _ -> new Outcome.NotFound();
    };
  }
}
