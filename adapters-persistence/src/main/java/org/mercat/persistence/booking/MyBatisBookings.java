package org.mercat.persistence.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** A booking that keeps a time holds a claim on it; the claims exclude each other. */
public final class MyBatisBookings implements Bookings {

  private final Sessions sessions;

  public MyBatisBookings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public BookingId nextId() {
    return new BookingId(Ids.next());
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(BookingRow::toDomain);
  }

  @Override
  public Addition add(Booking booking) {
    var row = BookingRow.of(booking);
    var added = booking.claimsTime() ? mapper().insertClaiming(row) : mapper().insert(row);
    return added == 0 ? Addition.SLOT_TAKEN : Addition.ADDED;
  }

  @Override
  public void update(Booking booking) {
    if (mapper().update(BookingRow.of(booking), booking.claimsTime()) == 0) {
      throw new ConcurrencyConflict("booking " + booking.id().value());
    }
  }

  @Override
  public List<BookingId> overdue(Instant now, int most) {
    var deliveredBy = now.minus(Booking.CONFIRMED_AFTER);
    return mapper().overdue(now, deliveredBy, most).stream().map(BookingId::new).toList();
  }

  private BookingMapper mapper() {
    return sessions.mapper(BookingMapper.class);
  }
}
