package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceId;

/**
 * Notices that invoices were not paid in time. Run by a job; each invoice in a unit of its own, so
 * that a payment at the same moment goes first.
 */
public final class NoteOverdueInvoices {

  private static final int BATCH = 100;

  private final Invoices invoices;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public NoteOverdueInvoices(
      Invoices invoices, EventOutbox outbox, UnitOfWork unitOfWork, InstantSource clock) {
    this.invoices = invoices;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Returns how many have become overdue. */
  public int handle() {
    var now = clock.instant();
    var noted = 0;
    for (var invoice : unitOfWork.run(() -> invoices.late(now, BATCH))) {
      noted += note(invoice, now);
    }
    return noted;
  }

  private int note(InvoiceId id, Instant now) {
    try {
      return unitOfWork.run(
          () -> invoices.find(id).map(invoice -> stored(invoice.overdue(now))).orElse(0));
    } catch (ConcurrencyConflict changedMeanwhile) {
      return 0;
    }
  }

  private int stored(Transition transition) {
    return switch (transition) {
      case Transition.Refused _ -> 0;
      case Transition.Done(var next, var event) -> {
        invoices.update(next);
        outbox.append(event);
        yield 1;
      }
    };
  }
}
