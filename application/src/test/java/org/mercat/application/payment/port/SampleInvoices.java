package org.mercat.application.payment.port;

import static org.mercat.application.payment.port.SamplePayments.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.Invoice.Transition;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.InvoiceId;
import org.mercat.domain.payment.InvoiceNumber;
import org.mercat.domain.payment.InvoicePayment;
import org.mercat.domain.payment.Receipt;
import org.mercat.domain.payment.Receipt.Means;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;

/** Invoices for tests. */
public final class SampleInvoices {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  private SampleInvoices() {}

  /** For the charge, by a house cleaner of Montréal, and not paid. */
  public static Invoice sent(InvoiceId id, InvoiceNumber number, Charge charge) {
    return Invoice.issue(id, number, charge, billed(charge), NOW).invoice();
  }

  /** The same, to be paid until then to the seller himself. */
  public static Invoice due(InvoiceId id, InvoiceNumber number, Charge charge, Instant until) {
    var due = Optional.of(InvoiceDue.at(until, Optional.of("Cash, please.")));
    return Invoice.issue(id, number, charge, billed(charge), due, NOW).invoice();
  }

  /** What a seller says of cash that he has got. */
  public static InvoicePayment cash(Charge charge) {
    var reference = Optional.of("receipt 7");
    return InvoicePayment.toTheSeller(
        new Receipt(Means.CASH, reference, charge.client(), Optional.empty()), NOW);
  }

  /** The same, paid by a gateway. */
  public static Invoice paid(InvoiceId id, InvoiceNumber number, Charge charge) {
    var reference = new GatewayReference("pay_" + id.value());
    return done(sent(id, number, charge).paid(InvoicePayment.byGateway(reference, NOW)));
  }

  public static BilledBooking billed(Charge charge) {
    var quebec = new Jurisdiction("CA", "QC");
    return new BilledBooking(
        new Seller(
            charge.provider(),
            "Ménage Montréal",
            quebec,
            "H2Y 1C6",
            Optional.of("Montréal"),
            Optional.of(new TaxRegistration("123456782RT0001")),
            TORONTO),
        new Buyer(charge.client(), "Zoé Lefèvre-Beauséjour"),
        new Supplied(
            "House cleaning",
            TimeSlot.of(SampleBookings.NOON, Duration.ofHours(2)),
            TORONTO,
            quebec),
        Map.of("ca-qc-qst", "Revenu Québec"));
  }

  public static Invoice done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var invoice, _) -> invoice;
      case Transition.Refused(var why) -> throw new IllegalArgumentException(why.name());
    };
  }
}
