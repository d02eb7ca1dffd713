package org.mercat.rest.review;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.review.Review;

/**
 * A review on the wire.
 *
 * @param booking told to nobody but its parties and administrators
 * @param verified whether the work was done; there is no review without that
 */
record ReviewView(
    UUID id,
    Optional<UUID> booking,
    UUID listing,
    UUID provider,
    int rating,
    Optional<String> title,
    String comment,
    boolean verified,
    String status,
    Instant createdAt) {

  /** As its author sees it. */
  static ReviewView of(Review review) {
    return of(review, Optional.of(review.booking().value()));
  }

  /** As everybody sees it. */
  static ReviewView withoutBooking(Review review) {
    return of(review, Optional.empty());
  }

  private static ReviewView of(Review review, Optional<UUID> booking) {
    var opinion = review.opinion();
    return new ReviewView(
        review.id().value(),
        booking,
        review.listing().value(),
        review.provider().value(),
        opinion.rating().stars(),
        opinion.title(),
        opinion.comment(),
        true,
        review.status().name().toLowerCase(Locale.ROOT),
        review.at());
  }
}
