package org.mercat.persistence.review;

import java.util.Optional;
import org.mercat.application.review.port.ReviewableWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.review.Work;
import org.mercat.persistence.shared.Sessions;

/** The bookings, in the words of reviews. */
public final class MyBatisReviewableWork implements ReviewableWork {

  private final Sessions sessions;

  public MyBatisReviewableWork(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Work> of(BookingId booking) {
    return Optional.ofNullable(sessions.mapper(WorkMapper.class).find(booking.value()))
        .map(WorkRow::toDomain);
  }
}
