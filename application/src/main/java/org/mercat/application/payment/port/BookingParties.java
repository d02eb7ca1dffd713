package org.mercat.application.payment.port;

import java.util.Optional;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: who has a part in a booking, as payment needs to know it; see {@code
 * BookingPartiesContract}.
 */
public interface BookingParties {

  Optional<Parties> of(BookingId booking);

  /**
   * The two persons of a booking.
   *
   * @param provider the person behind the provider
   */
  record Parties(UserId client, UserId provider) {

    public boolean include(UserId user) {
      return client.equals(user) || provider.equals(user);
    }
  }
}
