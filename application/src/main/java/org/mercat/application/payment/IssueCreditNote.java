package org.mercat.application.payment;

import java.util.Optional;
import org.mercat.application.payment.port.CreditNotes;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.payment.CreditNote;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentEvent.RefundPaid;
import org.mercat.domain.payment.Split;

/**
 * A reaction: what has reached the client again stands on a credit note, line for line and to the
 * cent as the refund had it, in the unit of work that has settled the refund.
 */
public final class IssueCreditNote {

  private final Payments payments;
  private final Invoices invoices;
  private final CreditNotes creditNotes;
  private final ZoneBook zones;
  private final EventOutbox outbox;

  public IssueCreditNote(
      Payments payments,
      Invoices invoices,
      CreditNotes creditNotes,
      ZoneBook zones,
      EventOutbox outbox) {
    this.payments = payments;
    this.invoices = invoices;
    this.creditNotes = creditNotes;
    this.zones = zones;
    this.outbox = outbox;
  }

  /** What was paid before there were invoices has none, and gets no credit note either. */
  public void handle(RefundPaid event) {
    var payment =
        payments
            .find(event.booking())
            .orElseThrow(() -> new IllegalStateException("a refund of nothing: " + event));
    invoices.ofBooking(event.booking()).ifPresent(invoice -> credit(invoice, payment, event));
  }

  private void credit(Invoice invoice, Payment payment, RefundPaid event) {
    uncredited(invoice, payment)
        .map(back -> note(invoice, back, event))
        .ifPresent(note -> store(invoice, note));
  }

  /**
   * What has gone back and stands on no credit note yet; less than nothing while a refund that has
   * one is owed again.
   */
  private Optional<Split> uncredited(Invoice invoice, Payment payment) {
    var credited =
        creditNotes.of(invoice.id()).stream()
            .map(CreditNote::back)
            .reduce(payment.charge().nothing(), Split::plus);
    return Optional.of(payment.refunded().minus(credited))
        .filter(back -> back.total().isPositive());
  }

  private CreditNote note(Invoice invoice, Split back, RefundPaid event) {
    var seller = invoice.seller();
    var year = zones.zone(seller.zone()).dayOf(event.at()).getYear();
    var number = invoices.nextNumber(seller.provider(), Series.CREDIT_NOTE, year);
    return new CreditNote(creditNotes.nextId(), number, invoice.id(), back, event.at());
  }

  private void store(Invoice invoice, CreditNote note) {
    switch (invoice.credited(note)) {
      case Transition.Done(var next, var event) -> {
        invoices.update(next);
        creditNotes.add(note);
        outbox.append(event);
      }
      case Transition.Refused(var why) ->
          throw new IllegalStateException(invoice.number().text() + " cannot be credited: " + why);
    }
  }
}
