package org.mercat.persistence.payment;

import org.jspecify.annotations.Nullable;

/** A row of table {@code invoice_note}. */
record InvoiceNoteRow(Audience audience, @Nullable String text, long version) {

  /** Who may read it. */
  enum Audience {
    BOTH,
    SELLER
  }
}
