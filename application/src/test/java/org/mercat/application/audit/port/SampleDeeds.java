package org.mercat.application.audit.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.booking.BookingEvent.BookingDelivered;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent.Subject;

/** Things that somebody has done. */
public final class SampleDeeds {

  public static final Instant NOON = Instant.parse("2026-11-16T17:00:00Z");

  private SampleDeeds() {}

  public static Deed.Source source() {
    return new Deed.Source(
        Actor.user(new UserId(UUID.randomUUID())),
        Optional.of("request-" + UUID.randomUUID()),
        Optional.of("0123456789abcdef"));
  }

  /** A change of a booking. */
  public static Deed delivered(BookingId booking) {
    return Deed.of(new BookingDelivered(booking, NOON), source());
  }

  public static Deed delivered() {
    return delivered(new BookingId(UUID.randomUUID()));
  }

  /** Something that changes nothing. */
  public static Deed shown(UUID user) {
    return Deed.without(Action.READ, "Shown", new Subject("user", user), source());
  }
}
