package org.mercat.domain.payment;

import java.util.Optional;

/**
 * What the seller has written on an invoice.
 *
 * @param shown for the client to read
 * @param internal never shown to the client (IV-04)
 */
public record InvoiceNotes(Optional<String> shown, Optional<String> internal, long version) {

  public static final int LONGEST = 2000;

  /** On an invoice that nobody has written on. */
  public static final InvoiceNotes NONE = new InvoiceNotes(Optional.empty(), Optional.empty(), 0);

  public InvoiceNotes {
    if (shown.stream().anyMatch(InvoiceNotes::isTooLong)
        || internal.stream().anyMatch(InvoiceNotes::isTooLong)) {
      throw new IllegalArgumentException("longer than " + LONGEST + " characters");
    }
  }

  /** What the client may read of it. */
  public InvoiceNotes forClient() {
    return new InvoiceNotes(shown, Optional.empty(), version);
  }

  private static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST;
  }
}
