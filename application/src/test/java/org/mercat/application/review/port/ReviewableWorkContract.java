package org.mercat.application.review.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.review.Work;

/** What every adapter of {@link ReviewableWork} promises. */
public interface ReviewableWorkContract extends WithBookings {

  ReviewableWork reviewable();

  @Test
  default void tells_what_a_booking_was_about() {
    var booking = placed(parties());

    assertThat(work(booking.id())).contains(expected(booking, false));
  }

  @Test
  default void tells_when_the_client_has_confirmed_the_work() {
    var booking = completed(parties());

    assertThat(work(booking.id())).contains(expected(booking, true));
  }

  @Test
  default void knows_no_other_booking() {
    assertThat(work(bookings().nextId())).isEmpty();
  }

  private Optional<Work> work(BookingId booking) {
    return unitOfWork().run(() -> reviewable().of(booking));
  }

  private static Work expected(Booking booking, boolean completed) {
    var terms = booking.terms();
    return new Work(booking.id(), terms.listing(), terms.provider(), terms.client(), completed);
  }
}
