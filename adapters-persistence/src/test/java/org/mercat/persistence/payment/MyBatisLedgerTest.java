package org.mercat.persistence.payment;

import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.LedgerContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisLedgerTest implements LedgerContract {

  private final Ledger ledger = new MyBatisLedger(TestDatabase.SESSIONS);
  private final KnownBookings bookings = new KnownBookings();

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public BookingId booking() {
    return bookings.any().id();
  }
}
