package org.mercat.persistence.payment;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingPartiesContract;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisBookingPartiesTest extends MyBatisCatalog implements BookingPartiesContract {

  @Override
  public BookingParties bookingParties() {
    return new MyBatisBookingParties(TestDatabase.SESSIONS);
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }
}
