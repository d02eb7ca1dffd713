package org.mercat.persistence.review;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.review.port.WithBookings;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.booking.KnownParties;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.shared.TestDatabase;

/** Bookings of a tenant of their own, for tests of what looks at them. */
abstract class MyBatisMarket implements WithBookings {

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
}
