package org.mercat.application.review.port;

import java.util.Optional;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.review.Work;

/** Driven port: bookings, as reviews need to know them; see {@code ReviewableWorkContract}. */
public interface ReviewableWork {

  Optional<Work> of(BookingId booking);
}
