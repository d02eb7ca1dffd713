package org.mercat.application.simulation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.BookingTerms;

/** Keeps claims as rows of their own, as a database does, and ids that the seed repeats. */
final class ClaimedBookings implements Bookings, Store {

  private final InMemoryBookings bookings;
  private final boolean forgetsToFree;
  private Map<BookingId, BookingTerms> claims = new LinkedHashMap<>();
  private long ids;

  ClaimedBookings(InMemoryBookings bookings, boolean forgetsToFree) {
    this.bookings = bookings;
    this.forgetsToFree = forgetsToFree;
  }

  /** In the order of their making; some have never been committed. */
  List<BookingId> ids() {
    return LongStream.rangeClosed(1, ids).mapToObj(ClaimedBookings::id).toList();
  }

  boolean isClaimed(BookingId booking) {
    return claims.containsKey(booking);
  }

  @Override
  public BookingId nextId() {
    ids++;
    return id(ids);
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return bookings.find(id);
  }

  @Override
  public Addition add(Booking booking) {
    if (claims.values().stream().anyMatch(other -> clash(booking.terms(), other))) {
      return Addition.SLOT_TAKEN;
    }
    claims.put(booking.id(), booking.terms());
    return bookings.add(booking);
  }

  @Override
  public void update(Booking booking) {
    bookings.update(booking);
    if (!booking.claimsTime() && !forgetsToFree) {
      claims.remove(booking.id());
    }
  }

  @Override
  public List<BookingId> overdue(Instant now, int most) {
    return bookings.overdue(now, most);
  }

  @Override
  public Runnable snapshot() {
    var content = bookings.snapshot();
    var copy = new LinkedHashMap<>(claims);
    return () -> {
      content.run();
      claims = copy;
    };
  }

  private static boolean clash(BookingTerms one, BookingTerms other) {
    return one.provider().equals(other.provider()) && one.claim().overlaps(other.claim());
  }

  private static BookingId id(long serial) {
    return new BookingId(new UUID(0x7000, 0x8000_0000_0000_0000L | serial));
  }
}
