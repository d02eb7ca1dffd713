package org.mercat.application.payment.port;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    public Set<UserId> persons() {
      return Stream.of(client, provider).collect(toUnmodifiableSet());
    }
  }
}
