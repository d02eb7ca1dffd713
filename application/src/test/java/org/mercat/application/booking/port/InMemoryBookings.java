package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.application.booking.port.BookingReadModel.Step;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

public final class InMemoryBookings implements Bookings, Store {

  /** A booking with the way it came. */
  record Stored(Booking booking, List<Step> steps) {}

  private Map<BookingId, Stored> stored = new LinkedHashMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new LinkedHashMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public BookingId nextId() {
    return new BookingId(TimeOrderedIds.next());
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return Optional.ofNullable(stored.get(id)).map(Stored::booking);
  }

  @Override
  public Addition add(Booking booking) {
    if (booking.claimsTime() && stored.values().stream().anyMatch(it -> clash(booking, it))) {
      return Addition.SLOT_TAKEN;
    }
    stored.put(booking.id(), new Stored(booking, List.of(step(booking))));
    return Addition.ADDED;
  }

  @Override
  public void update(Booking booking) {
    var current = stored.get(booking.id());
    if (current == null || current.booking().version() != booking.version()) {
      throw new ConcurrencyConflict(booking.id().toString());
    }
    var steps = new ArrayList<>(current.steps());
    if (!steps.getLast().phase().equals(step(booking).phase())) {
      steps.add(step(booking));
    }
    var next =
        new Booking(
            booking.id(),
            booking.terms(),
            booking.lifecycle(),
            booking.fee(),
            booking.version() + 1);
    stored.put(booking.id(), new Stored(next, steps));
  }

  @Override
  public List<BookingId> overdue(Instant now, int most) {
    return stored.values().stream()
        .map(Stored::booking)
        .filter(booking -> isOverdue(booking, now))
        .sorted(Comparator.comparing(booking -> booking.lifecycle().at()))
        .limit(most)
        .map(Booking::id)
        .toList();
  }

  /** The times that a provider keeps for its bookings. */
  public List<TimeSlot> claimsOf(ProviderId provider) {
    return stored.values().stream()
        .map(Stored::booking)
        .filter(Booking::claimsTime)
        .filter(booking -> booking.terms().provider().equals(provider))
        .map(booking -> booking.terms().claim())
        .toList();
  }

  /** For the other in-memory adapters that look at bookings. */
  Collection<Stored> all() {
    return stored.values();
  }

  private static boolean isOverdue(Booking booking, Instant now) {
    return booking.letTimePass(now) instanceof Transition.Done;
  }

  private static boolean clash(Booking one, Stored other) {
    var theirs = other.booking();
    return theirs.claimsTime()
        && one.terms().provider().equals(theirs.terms().provider())
        && one.terms().claim().overlaps(theirs.terms().claim());
  }

  private static Step step(Booking booking) {
    return new Step(BookingReadModel.Phase.of(booking.lifecycle()), booking.lifecycle().at());
  }
}
