package org.mercat.application.payment.port;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Invoice;
import org.mercat.domain.payment.InvoiceNumber.Series;

/** Invoices of bookings, for the contracts of what hangs on them. */
public interface WithInvoices {

  int YEAR = 2030;

  Invoices invoices();

  UnitOfWork unitOfWork();

  /** A charge for a booking that the adapter knows, of parties that have no other. */
  Charge charge();

  /** A paid invoice for that charge. */
  @CanIgnoreReturnValue
  default Invoice issued(Charge charge) {
    return unitOfWork().run(() -> issue(charge));
  }

  /** The same, in the unit of work that is open. */
  @CanIgnoreReturnValue
  default Invoice issue(Charge charge) {
    var number = invoices().nextNumber(charge.provider(), Series.INVOICE, YEAR);
    var invoice = SampleInvoices.paid(invoices().nextId(), number, charge);
    invoices().add(invoice);
    return invoice;
  }
}
