package org.mercat.application.booking;

import java.time.InstantSource;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingId;

/**
 * What time alone makes of bookings: holds end that nobody has paid for, and delivered work counts
 * as confirmed that nobody has objected to. Run by a job; each booking in a unit of its own.
 */
public final class LetTimePass {

  private static final int BATCH = 200;

  private final Bookings bookings;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public LetTimePass(
      Bookings bookings, EventOutbox outbox, UnitOfWork unitOfWork, InstantSource clock) {
    this.bookings = bookings;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Returns how many bookings have gone on. */
  public int handle() {
    var now = clock.instant();
    var moved = 0;
    for (var overdue : unitOfWork.run(() -> bookings.overdue(now, BATCH))) {
      moved += pass(overdue);
    }
    return moved;
  }

  private int pass(BookingId id) {
    try {
      return unitOfWork
          .run(
              () ->
                  bookings
                      .find(id)
                      .map(booking -> booking.letTimePass(clock.instant()))
                      .map(this::store))
          .orElse(0);
    } catch (ConcurrencyConflict changedMeanwhile) {
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
