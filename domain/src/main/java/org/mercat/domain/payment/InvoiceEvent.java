package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;

/** What can happen to an invoice. */
public sealed interface InvoiceEvent extends DomainEvent {

  InvoiceId invoice();

  @Override
  default Subject subject() {
    return subject(invoice());
  }

  /** The invoice as the subject of events. */
  static Subject subject(InvoiceId invoice) {
    return new Subject("invoice", invoice.value());
  }

  record InvoiceIssued(InvoiceId invoice, BookingId booking, Money total, Instant at)
      implements InvoiceEvent {}

  record InvoicePaid(InvoiceId invoice, Money paid, Instant at) implements InvoiceEvent {}

  record InvoiceViewed(InvoiceId invoice, Instant at) implements InvoiceEvent {}

  record CreditNoteIssued(InvoiceId invoice, CreditNoteId note, Money amount, Instant at)
      implements InvoiceEvent {}

  /** An administrator has seen that the money came, too. */
  record InvoicePaymentConfirmed(InvoiceId invoice, Instant at) implements InvoiceEvent {}

  /** It was to be paid until then, and nobody has. */
  record InvoiceOverdue(InvoiceId invoice, Instant dueAt, Instant at) implements InvoiceEvent {}

  record InvoiceVoided(InvoiceId invoice, Instant at) implements InvoiceEvent {}

  /** The seller has written something on it; the words themselves are not told. */
  record InvoiceAnnotated(InvoiceId invoice, Instant at) implements InvoiceEvent {}
}
