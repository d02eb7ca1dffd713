package org.mercat.application.review;

import org.mercat.application.review.port.Reviews;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewId;

/** Query: one review. What is not public, its author and administrators see. */
public final class ReviewDetails {

  public record Query(Caller caller, ReviewId review) {}

  public sealed interface Outcome {
    record Found(Review review) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Reviews reviews;
  private final UnitOfWork unitOfWork;

  public ReviewDetails(Reviews reviews, UnitOfWork unitOfWork) {
    this.reviews = reviews;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return unitOfWork
        .run(() -> reviews.find(query.review()))
        .filter(review -> isVisible(review, query.caller()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }

  private static boolean isVisible(Review review, Caller caller) {
    return review.isPublic() || review.author().equals(caller.user()) || caller.isAdmin();
  }
}
