package org.mercat.persistence.payment;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.BilledBookings;
import org.mercat.application.payment.port.BilledBookingsContract;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBilledBookingsTest extends MyBatisCatalog implements BilledBookingsContract {

  private final MyBatisUsers users = new MyBatisUsers(TestDatabase.SESSIONS);

  @Override
  public BilledBookings billedBookings() {
    return new MyBatisBilledBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }

  @Override
  public String nameOf(UserId person) {
    return unitOfWork().run(() -> users.find(person).orElseThrow().profile().name().whole());
  }
}
