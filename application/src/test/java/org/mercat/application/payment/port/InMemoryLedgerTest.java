package org.mercat.application.payment.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;

class InMemoryLedgerTest implements LedgerContract {

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(ledger);

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public BookingId booking() {
    return new BookingId(TimeOrderedIds.next());
  }
}
