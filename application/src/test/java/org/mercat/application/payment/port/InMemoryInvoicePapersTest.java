package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Charge;

class InMemoryInvoicePapersTest implements CreditNotesContract, InvoiceNotebookContract {

  private final InMemoryInvoices invoices = new InMemoryInvoices(_ -> Optional.empty());
  private final InMemoryCreditNotes creditNotes = new InMemoryCreditNotes();
  private final InMemoryInvoiceNotebook notebook = new InMemoryInvoiceNotebook();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(invoices, creditNotes, notebook);

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
    return unitOfWork;
  }

  @Override
  public Charge charge() {
    return SamplePayments.charge(new BookingId(TimeOrderedIds.next()), Parties.any());
  }
}
