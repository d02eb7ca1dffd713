package org.mercat.application.payment.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

/** The money of bookings in memory, for contracts of what is read of it. */
public abstract class InMemoryMoney implements WithPayments {

  protected final InMemoryBookings bookings = new InMemoryBookings();
  protected final InMemoryPayments payments = new InMemoryPayments();
  protected final InMemoryLedger ledger = new InMemoryLedger();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, payments, ledger);

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Parties parties() {
    return Parties.any();
  }
}
