package org.mercat.application.payment.port;

import java.util.List;
import java.util.Optional;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.InvoiceDue;

/**
 * Driven port: the bookings whose clients pay the provider himself, as they are now. Every adapter
 * must pass {@code DirectBookingsContract}.
 */
public interface DirectBookings {

  /** From now on the booking is one of them. */
  void add(BookingId booking, InvoiceDue due);

  /** Empty when it is not one of them, or was not agreed on yet. */
  Optional<DirectBooking> find(BookingId booking);

  /** Nothing is left to be done for it. */
  void settle(BookingId booking);

  /**
   * Those of which something is to be done and is not done yet: to issue an invoice, to take it
   * back, or to charge the fee. The longest known first.
   */
  List<BookingId> waiting(int most);
}
