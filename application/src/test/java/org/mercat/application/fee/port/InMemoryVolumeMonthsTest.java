package org.mercat.application.fee.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryVolumeMonthsTest implements VolumeMonthsContract {

  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryPayments payments = new InMemoryPayments();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryVolumeMonths volumes =
      new InMemoryVolumeMonths(payments, ledger, _ -> TORONTO);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, payments, ledger, volumes);

  @Override
  public VolumeMonths volumes() {
    return volumes;
  }

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
