package org.mercat.persistence.payment;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.CreditNotes;
import org.mercat.application.payment.port.CreditNotesContract;
import org.mercat.application.payment.port.InvoiceNotebook;
import org.mercat.application.payment.port.InvoiceNotebookContract;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.payment.port.InvoicesContract;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.provider.ProviderId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisInvoicesTest
    implements InvoicesContract, CreditNotesContract, InvoiceNotebookContract {

  private final Invoices invoices = new MyBatisInvoices(TestDatabase.SESSIONS);
  private final CreditNotes creditNotes = new MyBatisCreditNotes(TestDatabase.SESSIONS);
  private final InvoiceNotebook notebook = new MyBatisInvoiceNotebook(TestDatabase.SESSIONS);
  private final KnownBookings bookings = new KnownBookings();

  @Override
  public Invoices invoices() {
    return invoices;
  }

  @Override
  public CreditNotes creditNotes() {
    return creditNotes;
  }

  @Override
  public InvoiceNotebook notebook() {
    return notebook;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public Charge charge() {
    var booking = bookings.any();
    var terms = booking.terms();
    return SamplePayments.charge(
        booking.id(), new Parties(terms.client(), terms.provider(), terms.listing()));
  }

  @Override
  public UserId ownerOf(ProviderId provider) {
    return unitOfWork()
        .run(() -> bookings.parties().providers().find(provider).orElseThrow().owner());
  }
}
