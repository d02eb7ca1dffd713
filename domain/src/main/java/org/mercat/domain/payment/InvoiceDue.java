package org.mercat.domain.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * Until when an invoice is to be paid.
 *
 * @param instructions how, as the seller has said when it was issued
 * @param overdueSince when it was noticed that nobody had paid in time
 */
public record InvoiceDue(
    Instant at, Optional<String> instructions, Optional<Instant> overdueSince) {

  /** Still in time. */
  public static InvoiceDue at(Instant due, Optional<String> instructions) {
    return new InvoiceDue(due, instructions, Optional.empty());
  }

  InvoiceDue overdue(Instant now) {
    return new InvoiceDue(at, instructions, Optional.of(now));
  }
}
