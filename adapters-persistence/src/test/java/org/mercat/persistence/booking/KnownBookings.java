package org.mercat.persistence.booking;

import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.persistence.shared.TestDatabase;

/** Bookings that the database knows, so that it lets money refer to them. */
public final class KnownBookings {

  private final MyBatisBookings bookings = new MyBatisBookings(TestDatabase.SESSIONS);
  private final KnownParties parties;
  private final UnitOfWork unitOfWork;

  public KnownBookings(UnitOfWork unitOfWork) {
    this.parties = new KnownParties(unitOfWork);
    this.unitOfWork = unitOfWork;
  }

  /** A booking of parties that have no other. */
  public Booking any() {
    return of(parties.any());
  }

  /** A booking of these parties. */
  public Booking of(Parties known) {
    var booking = SampleBookings.placed(bookings.nextId(), known, SampleBookings.NOON);
    if (unitOfWork.run(() -> bookings.add(booking)) != Addition.ADDED) {
      throw new IllegalStateException("not added: " + booking.id());
    }
    return booking;
  }
}
