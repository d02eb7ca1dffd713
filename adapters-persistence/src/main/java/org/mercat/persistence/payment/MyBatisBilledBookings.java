package org.mercat.persistence.payment;

import java.util.Optional;
import org.mercat.application.payment.port.BilledBookings;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisBilledBookings implements BilledBookings {

  private final Sessions sessions;

  public MyBatisBilledBookings(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<BilledBooking> find(BookingId booking) {
    return Optional.ofNullable(sessions.mapper(BilledBookingMapper.class).find(booking.value()))
        .map(BilledBookingRow::toDomain);
  }
}
