package org.mercat.persistence.payment;

import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.domain.booking.BookingId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisBookingParties implements BookingParties {

  private final Sessions sessions;

  public MyBatisBookingParties(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Parties> of(BookingId booking) {
    return Optional.ofNullable(sessions.mapper(PartiesMapper.class).ofBooking(booking.value()))
        .map(PartiesRow::toDomain);
  }
}
