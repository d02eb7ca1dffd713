package org.mercat.application.booking.port;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemoryBookingsTest implements BookingsContract {

  private final InMemoryBookings bookings = new InMemoryBookings();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings);

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Parties parties() {
    return Parties.any();
  }

  @Override
  public Parties sameProvider(Parties parties) {
    return new Parties(new UserId(TimeOrderedIds.next()), parties.provider(), parties.listing());
  }
}
