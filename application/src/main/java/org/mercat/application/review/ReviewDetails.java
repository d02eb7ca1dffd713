package org.mercat.application.review;

import org.mercat.application.review.port.Reviews;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewId;
import org.mercat.domain.shared.Permission;

/** Query: one review. What is not public, its author and administrators see. */
public final class ReviewDetails {

  public record Query(Caller caller, ReviewId review) {}

  public sealed interface Outcome {
    /** All of it, for its author and for administrators. */
    record Found(Review review) implements Outcome {}

    /** What everybody may read of it: not of which booking it is. */
    record Public(Review review) implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Reviews reviews;
  private final UnitOfWork unitOfWork;

  public ReviewDetails(Access access, Reviews reviews, UnitOfWork unitOfWork) {
    this.access = access;
    this.reviews = reviews;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return unitOfWork
        .run(() -> reviews.find(query.review()))
        .map(review -> shown(review, query.caller()))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome shown(Review review, Caller caller) {
    if (access.owns(caller, review.author()) || access.may(caller, Permission.REVIEW_READ_ANY)) {
      return new Outcome.Found(review);
    }
    return review.isPublic() ? new Outcome.Public(review) : new Outcome.NotFound();
  }
}
