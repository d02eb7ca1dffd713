package org.mercat.persistence.payment;

import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisDirectBookings implements DirectBookings {

  private final Sessions sessions;

  public MyBatisDirectBookings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void add(BookingId booking, InvoiceDue due) {
    require(mapper().insert(booking.value(), due.at(), due.instructions().orElse(null)), booking);
  }

  @Override
  public Optional<DirectBooking> find(BookingId booking) {
    return Optional.ofNullable(mapper().find(booking.value())).map(DirectBookingRow::toDomain);
  }

  @Override
  public void settle(BookingId booking) {
    require(mapper().settle(booking.value()), booking);
  }

  @Override
  public List<BookingId> waiting(int most) {
    return mapper().waiting(most).stream().map(BookingId::new).toList();
  }

  private static void require(int stored, BookingId booking) {
    if (stored != 1) {
      throw new IllegalStateException("not stored: " + booking);
    }
  }

  private DirectBookingMapper mapper() {
    return sessions.mapper(DirectBookingMapper.class);
  }
}
