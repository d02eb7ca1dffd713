package org.mercat.application.booking;

import java.time.InstantSource;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingId;

/** Ends the holds that nobody has paid for in time. Run by a job; each in a unit of its own. */
public final class ExpireHolds {

  private static final int BATCH = 200;

  private final Bookings bookings;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ExpireHolds(
      Bookings bookings, EventOutbox outbox, UnitOfWork unitOfWork, InstantSource clock) {
    this.bookings = bookings;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Returns how many holds have ended. */
  public int handle() {
    var now = clock.instant();
    var expired = 0;
    for (var overdue : unitOfWork.run(() -> bookings.overdue(now, BATCH))) {
      expired += expire(overdue);
    }
    return expired;
  }

  private int expire(BookingId id) {
    try {
      return unitOfWork
          .run(
              () ->
                  bookings
                      .find(id)
                      .map(booking -> booking.expire(clock.instant()))
                      .map(this::store))
          .orElse(0);
    } catch (ConcurrencyConflict paidMeanwhile) {
      return 0;
    }
  }

  private int store(Transition transition) {
    return switch (transition) {
      case Transition.Refused _ -> 0;
      case Transition.Done(var next, var events) -> {
        bookings.update(next);
        events.forEach(outbox::append);
        yield 1;
      }
    };
  }
}
