package org.mercat.persistence.booking;

import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.BookingReadModelContract;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.payment.MyBatisPayments;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBookingReadModelTest implements BookingReadModelContract {

  private final KnownParties parties = new KnownParties();

  @Override
  public BookingReadModel readModel() {
    return new MyBatisBookingReadModel(TestDatabase.SESSIONS);
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Payments payments() {
    return new MyBatisPayments(TestDatabase.SESSIONS);
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
  public UserId ownerOf(Parties known) {
    return unitOfWork().run(() -> parties.providers().find(known.provider())).orElseThrow().owner();
  }
}
