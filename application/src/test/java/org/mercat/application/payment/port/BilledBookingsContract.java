package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;

/** What every adapter of {@link BilledBookings} promises. */
public interface BilledBookingsContract extends WithListings {

  BilledBookings billedBookings();

  Bookings bookings();

  /** How the person is called. */
  String nameOf(UserId person);

  @Test
  default void finds_who_sells_what_to_whom() {
    var client = anybody();
    var provider = registered();
    var listing = drafted(provider);
    var parties = new SampleBookings.Parties(client, provider.id(), listing.id());
    var booking = SampleBookings.placed(bookings().nextId(), parties, SampleBookings.NOON);
    assertThat(unitOfWork().run(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);

    var profile = provider.profile();
    var place = profile.place();
    var terms = booking.terms();
    assertThat(find(booking.id()))
        .contains(
            new BilledBooking(
                new Seller(
                    provider.id(),
                    profile.businessName(),
                    place.jurisdiction(),
                    place.postalCode().value(),
                    place.city(),
                    profile.taxRegistration(),
                    profile.zone()),
                new Buyer(client, nameOf(client)),
                new Supplied(listing.offering().title(), terms.slot(), terms.zone(), terms.place()),
                Map.of()));
  }

  @Test
  default void finds_nothing_of_an_unknown_booking() {
    assertThat(find(bookings().nextId())).isEmpty();
  }

  private Optional<BilledBooking> find(BookingId booking) {
    return unitOfWork().run(() -> billedBookings().find(booking));
  }
}
