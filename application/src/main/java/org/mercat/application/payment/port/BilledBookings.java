package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.BilledBooking;

/**
 * Driven port: what an invoice says of a booking and its parties, as they are now; see {@code
 * BilledBookingsContract}.
 */
public interface BilledBookings {

  Optional<BilledBooking> find(BookingId booking);
}
