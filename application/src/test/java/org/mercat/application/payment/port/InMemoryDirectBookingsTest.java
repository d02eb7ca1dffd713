package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;

class InMemoryDirectBookingsTest implements DirectBookingsContract {

  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryInvoices invoices = new InMemoryInvoices(_ -> Optional.empty());
  private final InMemoryDirectBookings directBookings =
      new InMemoryDirectBookings(bookings, invoices);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, invoices, directBookings);

  @Override
  public DirectBookings directBookings() {
    return directBookings;
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public Invoices invoices() {
    return invoices;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Booking placed() {
    var booking = SampleBookings.placed(bookings.nextId(), Parties.any(), SampleBookings.NOON);
    assertThat(unitOfWork.run(() -> bookings.add(booking))).isEqualTo(Addition.ADDED);
    return booking;
  }
}
