package org.mercat.persistence.payment;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.payment.port.DirectBookingsContract;
import org.mercat.application.payment.port.Invoices;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.booking.MyBatisBookings;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisDirectBookingsTest implements DirectBookingsContract {

  private final KnownBookings known = new KnownBookings();

  @Override
  public DirectBookings directBookings() {
    return new MyBatisDirectBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Bookings bookings() {
    return new MyBatisBookings(TestDatabase.SESSIONS);
  }

  @Override
  public Invoices invoices() {
    return new MyBatisInvoices(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return known.unitOfWork();
  }

  @Override
  public Booking placed() {
    return known.any();
  }
}
