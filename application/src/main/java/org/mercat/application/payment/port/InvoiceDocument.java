package org.mercat.application.payment.port;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.notification.Language;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;

/**
 * Driven port: invoices and credit notes as pages to keep and to print (PDF). What people have
 * written stands there as they wrote it, and nothing of it is fetched from anywhere. Every adapter
 * must pass {@code InvoiceDocumentContract}.
 */
public interface InvoiceDocument {

  /** The paper as a document in that language. */
  byte[] print(Paper paper, Language language);

  /** What is printed. */
  sealed interface Paper {
    /**
     * An invoice, with what has gone back of it.
     *
     * @param notes what the seller has written for the client
     */
    record OfInvoice(Invoice invoice, Optional<String> notes, List<CreditNote> creditNotes)
        implements Paper {
      public OfInvoice {
        creditNotes = List.copyOf(creditNotes);
      }
    }

    record OfCreditNote(CreditNote note, Invoice invoice) implements Paper {}
  }
}
