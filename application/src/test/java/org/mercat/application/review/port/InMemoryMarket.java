package org.mercat.application.review.port;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

/** Bookings and reviews in memory, for tests of what looks at them. */
abstract class InMemoryMarket implements WithBookings {

  final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemoryBookings bookings = new InMemoryBookings();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, reviews);

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
}
