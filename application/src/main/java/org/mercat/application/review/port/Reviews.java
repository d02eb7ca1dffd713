package org.mercat.application.review.port;

import java.util.Optional;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewId;

/** Driven port: all reviews. Every adapter must pass {@code ReviewsContract}. */
public interface Reviews {

  ReviewId nextId();

  Optional<Review> find(ReviewId id);

  /**
   * Adds the review unless its booking has one in the same direction. Of simultaneous callers
   * exactly one is heard.
   */
  Addition add(Review review);

  /** The reviews that everybody may read, newest first. */
  Page<Review> findPublic(About about, PageRequest page);

  /** What a review is about. */
  sealed interface About {
    record OfListing(ListingId listing) implements About {}

    record OfProvider(ProviderId provider) implements About {}
  }

  enum Addition {
    ADDED,
    ALREADY_REVIEWED
  }
}
