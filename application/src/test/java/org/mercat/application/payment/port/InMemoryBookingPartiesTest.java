package org.mercat.application.payment.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryBookingPartiesTest extends InMemoryCatalog implements BookingPartiesContract {

  private final InMemoryBookings bookings = new InMemoryBookings();

  @Override
  public BookingParties bookingParties() {
    return new InMemoryBookingParties(bookings, providers);
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }
}
