package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;

/** Driven port: all bookings. Every adapter must pass {@code BookingsContract}. */
public interface Bookings {

  BookingId nextId();

  Optional<Booking> find(BookingId id);

  /**
   * Adds the booking unless the time it claims overlaps what another booking of the same provider
   * claims. Of simultaneous callers exactly one gets the time.
   */
  Addition add(Booking booking);

  /**
   * Stores the booking as version n + 1, and gives its time free when it claims none any more.
   *
   * @throws ConcurrencyConflict if version n is no longer the stored one
   */
  void update(Booking booking);

  /**
   * Bookings that time alone moves on, the longest overdue first: those whose hold has ended and
   * that are not being paid, and those delivered {@link Booking#CONFIRMED_AFTER} ago.
   */
  List<BookingId> overdue(Instant now, int most);

  enum Addition {
    ADDED,
    SLOT_TAKEN
  }
}
