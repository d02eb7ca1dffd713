package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.provider.port.Providers;
import org.mercat.domain.booking.BookingId;

/** The bookings and their providers, in the words of payment. */
public final class InMemoryBookingParties implements BookingParties {

  private final Bookings bookings;
  private final Providers providers;

  public InMemoryBookingParties(Bookings bookings, Providers providers) {
    this.bookings = bookings;
    this.providers = providers;
  }

  @Override
  public Optional<Parties> of(BookingId booking) {
    return bookings
        .find(booking)
        .flatMap(
            found ->
                providers
                    .find(found.terms().provider())
                    .map(provider -> new Parties(found.terms().client(), provider.owner())));
  }
}
