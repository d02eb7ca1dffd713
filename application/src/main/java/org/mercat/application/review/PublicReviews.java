package org.mercat.application.review;

import org.mercat.application.review.port.Reviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.review.Review;

/** Query: what everybody may read about a listing or a provider, newest first. */
public final class PublicReviews {

  public record Query(About about, PageRequest page) {}

  private final Reviews reviews;
  private final UnitOfWork unitOfWork;

  public PublicReviews(Reviews reviews, UnitOfWork unitOfWork) {
    this.reviews = reviews;
    this.unitOfWork = unitOfWork;
  }

  public Page<Review> handle(Query query) {
    return unitOfWork.run(() -> reviews.findPublic(query.about(), query.page()));
  }
}
