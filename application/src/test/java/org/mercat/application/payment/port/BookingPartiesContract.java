package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.domain.booking.BookingId;

/** What every adapter of {@link BookingParties} promises. */
public interface BookingPartiesContract extends WithListings {

  BookingParties bookingParties();

  Bookings bookings();

  @Test
  default void finds_the_client_and_the_person_behind_the_provider() {
    var client = anybody();
    var provider = registered();
    var parties = new SampleBookings.Parties(client, provider.id(), drafted(provider).id());
    var booking = SampleBookings.placed(bookings().nextId(), parties, SampleBookings.NOON);
    assertThat(unitOfWork().run(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);

    assertThat(of(booking.id())).contains(new Parties(client, provider.owner()));
  }

  @Test
  default void finds_nobody_in_an_unknown_booking() {
    assertThat(of(bookings().nextId())).isEmpty();
  }

  private Optional<Parties> of(BookingId booking) {
    return unitOfWork().run(() -> bookingParties().of(booking));
  }
}
