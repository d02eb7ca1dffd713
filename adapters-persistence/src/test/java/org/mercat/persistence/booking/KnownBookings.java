package org.mercat.persistence.booking;

import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.persistence.shared.TestDatabase;

/**
 * Bookings that the database knows, so that it lets money refer to them; of a tenant of its own.
 */
public final class KnownBookings {

  private final MyBatisBookings bookings = new MyBatisBookings(TestDatabase.SESSIONS);
  private final KnownParties parties = new KnownParties();

  /** Parties of the same tenant. */
  public KnownParties parties() {
    return parties;
  }

  public UnitOfWork unitOfWork() {
    return parties.unitOfWork();
  }

  /** A booking of parties that have no other. */
  public Booking any() {
    var booking = SampleBookings.placed(bookings.nextId(), parties.any(), SampleBookings.NOON);
    if (unitOfWork().run(() -> bookings.add(booking)) != Addition.ADDED) {
      throw new IllegalStateException("not added: " + booking.id());
    }
    return booking;
  }
}
