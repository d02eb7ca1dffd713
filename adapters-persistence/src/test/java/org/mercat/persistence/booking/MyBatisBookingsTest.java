package org.mercat.persistence.booking;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.BookingsContract;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBookingsTest implements BookingsContract {

  private final Bookings bookings = new MyBatisBookings(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  @Override
  public Parties parties() {
    return parties.any();
  }

  @Override
  public Parties sameProvider(Parties known) {
    return parties.sameProvider(known);
  }
}
