package org.mercat.domain.payment;

import java.time.Instant;

/**
 * Says that a part of a paid invoice has gone back to the client.
 *
 * @param back the part; its taxes go line for line with those of the invoice
 */
public record CreditNote(
    CreditNoteId id, InvoiceNumber number, InvoiceId invoice, Split back, Instant issuedAt) {

  public CreditNote {
    if (number.series() != InvoiceNumber.Series.CREDIT_NOTE || back.isNothing()) {
      throw new IllegalArgumentException("no credit note: " + number.text() + " of " + back);
    }
  }
}
