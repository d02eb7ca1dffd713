package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.review.ReviewDetails;
import org.mercat.application.review.port.Reviews;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.persistence.review.MyBatisReviewableWork;
import org.mercat.persistence.review.MyBatisReviews;
import org.mercat.persistence.shared.Sessions;

/** What clients say about work. */
final class ReviewWiring {

  @Produces
  @Singleton
  Reviews reviews(Sessions sessions) {
    return new MyBatisReviews(sessions);
  }

  @Produces
  @Singleton
  LeaveReview leaveReview(
      Access access,
      Sessions sessions,
      Reviews reviews,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock clock) {
    return new LeaveReview(
        access, new MyBatisReviewableWork(sessions), reviews, outbox, unitOfWork, clock);
  }

  @Produces
  @Singleton
  ReviewDetails reviewDetails(Access access, Reviews reviews, UnitOfWork unitOfWork) {
    return new ReviewDetails(access, reviews, unitOfWork);
  }

  @Produces
  @Singleton
  PublicReviews publicReviews(Reviews reviews, UnitOfWork unitOfWork) {
    return new PublicReviews(reviews, unitOfWork);
  }
}
