package org.mercat.application.review.port;

import java.util.Optional;
import org.mercat.application.booking.port.Bookings;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.Completed;
import org.mercat.domain.review.Work;

/** The bookings, in the words of reviews. */
public final class InMemoryReviewableWork implements ReviewableWork {

  private final Bookings bookings;

  public InMemoryReviewableWork(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public Optional<Work> of(BookingId booking) {
    return bookings.find(booking).map(InMemoryReviewableWork::work);
  }

  private static Work work(Booking booking) {
    var terms = booking.terms();
    return new Work(
        booking.id(),
        terms.listing(),
        terms.provider(),
        terms.client(),
        booking.lifecycle() instanceof Completed);
  }
}
