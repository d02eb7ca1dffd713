package org.mercat.domain.payment;

import java.util.Locale;

/**
 * The number of a document among those of one seller in one year of the seller's calendar: 1, 2, 3
 * and so on without a gap (IV-01).
 */
public record InvoiceNumber(Series series, int year, int sequence) {

  /** Invoices and credit notes are counted apart. */
  public enum Series {
    INVOICE("INV"),
    CREDIT_NOTE("CN");

    private final String prefix;

    Series(String prefix) {
      this.prefix = prefix;
    }
  }

  public InvoiceNumber {
    if (year < 1 || sequence < 1) {
      throw new IllegalArgumentException("no number: " + year + ", " + sequence);
    }
  }

  /** The number as it is printed: {@code INV-2026-000001}. */
  public String text() {
    return String.format(Locale.ROOT, "%s-%d-%06d", series.prefix, year, sequence);
  }
}
