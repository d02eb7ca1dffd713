package org.mercat.persistence.booking;

import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.BookingReadModelContract;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.payment.MyBatisMoney;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBookingReadModelTest extends MyBatisMoney implements BookingReadModelContract {

  @Override
  public BookingReadModel readModel() {
    return new MyBatisBookingReadModel(TestDatabase.SESSIONS);
  }

  @Override
  public UserId ownerOf(Parties known) {
    return unitOfWork().run(() -> parties.providers().find(known.provider())).orElseThrow().owner();
  }
}
