package org.mercat.application.payment.port;

import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNotes;

/**
 * Driven port: what sellers have written on their invoices. Every adapter must pass {@code
 * InvoiceNotebookContract}.
 */
public interface InvoiceNotebook {

  /** What is written there, as far as whoever the work is done for may read it. */
  InvoiceNotes on(InvoiceId invoice);

  /**
   * Stores the notes as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void write(InvoiceId invoice, InvoiceNotes notes);
}
