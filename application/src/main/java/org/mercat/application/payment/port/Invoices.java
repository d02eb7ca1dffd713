package org.mercat.application.payment.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.domain.provider.ProviderId;

/** Driven port: the invoices of all sellers. Every adapter must pass {@code InvoicesContract}. */
public interface Invoices {

  InvoiceId nextId();

  /**
   * The next number of a seller in a year. Who asks at the same moment waits until this unit of
   * work has ended; when it is rolled back, the number is given out again: so there is no gap.
   */
  InvoiceNumber nextNumber(ProviderId seller, Series series, int year);

  Optional<Invoice> find(InvoiceId id);

  Optional<Invoice> ofBooking(BookingId booking);

  /**
   * Stores a new invoice.
   *
   * @throws ConcurrencyConflict if the booking has one already
   */
  void add(Invoice invoice);

  /**
   * Stores what changes of an invoice, as version n + 1.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Invoice invoice);

  /**
   * The invoices of a person, as client or as seller, newest first.
   *
   * @param statuses only those in one of these; empty for all
   */
  Page<Invoice> ofParty(UserId party, Set<InvoiceStatus> statuses, PageRequest page);

  /** Those that were to be paid before now, are not, and of which nobody has noticed it. */
  List<InvoiceId> late(Instant now, int most);

  /** All invoices, newest first; for administrators. */
  Page<Invoice> all(Set<InvoiceStatus> statuses, PageRequest page);
}
