package org.mercat.application.review.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.A_WEEK_BEFORE;
import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.NOON;
import static org.mercat.application.booking.port.SampleBookings.done;

import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;

/** A market in which work is booked and done, for contracts of what looks at it. */
public interface WithBookings {

  Bookings bookings();

  UnitOfWork unitOfWork();

  /** Parties that the adapter knows and nobody else uses. */
  Parties parties();

  default Booking placed(Parties parties) {
    var booking = SampleBookings.placed(bookings().nextId(), parties, NOON);
    assertThat(unitOfWork().run(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);
    return booking;
  }

  /** A booking whose client has confirmed the work; its time is free again. */
  default Booking completed(Parties parties) {
    var placed = placed(parties);
    var confirmed = stored(done(placed.confirm(FEE, A_WEEK_BEFORE)));
    var delivered = stored(done(confirmed.deliver(NOON)));
    return stored(done(delivered.complete(NOON)));
  }

  private Booking stored(Booking booking) {
    return unitOfWork()
        .run(
            () -> {
              bookings().update(booking);
              return bookings().find(booking.id()).orElseThrow();
            });
  }
}
