package org.mercat.application.payment.port;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.CreditNoteId;
import org.mercat.domain.payment.InvoiceId;

/** Driven port: what has gone back of invoices. See {@code CreditNotesContract}. */
public interface CreditNotes {

  CreditNoteId nextId();

  Optional<CreditNote> find(CreditNoteId id);

  /** All of an invoice, in the order of their numbers. */
  List<CreditNote> of(InvoiceId invoice);

  void add(CreditNote note);
}
