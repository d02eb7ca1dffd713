package org.mercat.application.payment;

import org.mercat.application.payment.port.InvoiceDocument;
import org.mercat.application.payment.port.InvoiceDocument.Paper;
import org.mercat.application.shared.Caller;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;

/**
 * An invoice or a credit note as a document, for whoever sees it; without the internal notes,
 * whoever asks. It is printed after the reading, in no unit of work.
 */
public final class PrintInvoice {

  public record Query(Caller caller, Named named, Language language) {}

  /** What is to be printed. */
  public sealed interface Named {
    record AnInvoice(InvoiceId id) implements Named {}

    record ACreditNote(CreditNoteId id) implements Named {}
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It can be printed; each call prints it anew. */
    record Printable(InvoiceNumber number, Printing document) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  /** The document, when it is asked for. */
  @FunctionalInterface
  public interface Printing {
    byte[] print();
  }

  private final InvoiceDetails details;
  private final CreditNoteDetails creditNoteDetails;
  private final InvoiceDocument document;

  public PrintInvoice(
      InvoiceDetails details, CreditNoteDetails creditNoteDetails, InvoiceDocument document) {
    this.details = details;
    this.creditNoteDetails = creditNoteDetails;
    this.document = document;
  }

  public Outcome handle(Query query) {
    return switch (query.named()) {
      case Named.AnInvoice(var id) -> invoice(query, id);
      case Named.ACreditNote(var id) -> creditNote(query, id);
    };
  }

  private Outcome invoice(Query query, InvoiceId id) {
    var name = new InvoiceDetails.Name.ById(id);
    return switch (details.handle(new InvoiceDetails.Query(query.caller(), name))) {
      case InvoiceDetails.Outcome.Found(var invoice, var notes, var creditNotes, _) ->
          printable(
              invoice.number(),
              new Paper.OfInvoice(invoice, notes.shown(), creditNotes),
              query.language());
      case InvoiceDetails.Outcome.Forbidden _ -> new Outcome.Forbidden();
      case InvoiceDetails.Outcome.NotFound _ -> new Outcome.NotFound();
    };
  }

  private Outcome creditNote(Query query, CreditNoteId id) {
    return switch (creditNoteDetails.handle(new CreditNoteDetails.Query(query.caller(), id))) {
      case CreditNoteDetails.Outcome.Found(var note, var invoice) ->
          printable(note.number(), new Paper.OfCreditNote(note, invoice), query.language());
      case CreditNoteDetails.Outcome.Forbidden _ -> new Outcome.Forbidden();
      case CreditNoteDetails.Outcome.NotFound _ -> new Outcome.NotFound();
    };
  }

  private Outcome printable(InvoiceNumber number, Paper paper, Language language) {
    return new Outcome.Printable(number, () -> document.print(paper, language));
  }
}
