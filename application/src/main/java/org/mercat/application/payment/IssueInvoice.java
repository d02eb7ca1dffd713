package org.mercat.application.payment;

import org.mercat.application.payment.port.BilledBookings;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoiceNumber.Series;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;

/**
 * A reaction: money that is held has an invoice, issued and paid in the unit of work that has
 * settled the payment. Who settles it twice finds the first invoice there.
 */
public final class IssueInvoice {

  private final Payments payments;
  private final BilledBookings billedBookings;
  private final Invoices invoices;
  private final ZoneBook zones;
  private final EventOutbox outbox;

  public IssueInvoice(
      Payments payments,
      BilledBookings billedBookings,
      Invoices invoices,
      ZoneBook zones,
      EventOutbox outbox) {
    this.payments = payments;
    this.billedBookings = billedBookings;
    this.invoices = invoices;
    this.zones = zones;
    this.outbox = outbox;
  }

  public void handle(PaymentCaptured event) {
    var payment = payments.find(event.booking()).orElseThrow(() -> nothingOf(event.booking()));
    var issued = issued(payment, event);
    var paid = paid(issued.invoice(), payment, event);
    invoices.add(paid.invoice());
    outbox.append(issued.event());
    outbox.append(paid.event());
  }

  private Transition.Done issued(Payment payment, PaymentCaptured event) {
    var charge = payment.charge();
    var billed = billedBookings.find(event.booking()).orElseThrow(() -> nothingOf(event.booking()));
    var year = zones.zone(billed.seller().zone()).dayOf(event.at()).getYear();
    InvoiceNumber number = invoices.nextNumber(charge.provider(), Series.INVOICE, year);
    return Invoice.issue(invoices.nextId(), number, charge, billed, event.at());
  }

  private static Transition.Done paid(Invoice invoice, Payment payment, PaymentCaptured event) {
    var reference = payment.reference().orElseThrow(() -> nothingOf(event.booking()));
    return switch (invoice.paid(InvoicePayment.byGateway(reference, event.at()))) {
      case Transition.Done done -> done;
      case Transition.Refused(var why) ->
          throw new IllegalStateException(invoice.number().text() + " cannot be paid: " + why);
    };
  }

  private static IllegalStateException nothingOf(BookingId booking) {
    return new IllegalStateException("nothing is known of what was paid for: " + booking);
  }
}
