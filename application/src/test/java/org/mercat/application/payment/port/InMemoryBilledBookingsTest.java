package org.mercat.application.payment.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.tax.port.InMemoryRecordedRules;
import org.mercat.domain.identity.UserId;

class InMemoryBilledBookingsTest extends InMemoryCatalog implements BilledBookingsContract {

  private final InMemoryBookings bookings = new InMemoryBookings();

  @Override
  public BilledBookings billedBookings() {
    return new InMemoryBilledBookings(
        bookings, providers, listings, InMemoryRecordedRules.ofCanada(), this::nameOf);
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public String nameOf(UserId person) {
    return "Person " + person.value();
  }
}
