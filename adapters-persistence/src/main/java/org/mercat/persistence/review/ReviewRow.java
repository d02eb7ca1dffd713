package org.mercat.persistence.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.Review.Direction;
import org.mercat.domain.review.Review.Status;
import org.mercat.domain.review.ReviewId;

/** Table {@code review}, column for component. */
record ReviewRow(
    UUID id,
    UUID bookingId,
    UUID listingId,
    UUID providerId,
    UUID authorId,
    Direction direction,
    int rating,
    @Nullable String title,
    String comment,
    Status status,
    Instant at) {

  static ReviewRow of(Review review) {
    var opinion = review.opinion();
    return new ReviewRow(
        review.id().value(),
        review.booking().value(),
        review.listing().value(),
        review.provider().value(),
        review.author().value(),
        review.direction(),
        opinion.rating().stars(),
        opinion.title().orElse(null),
        opinion.comment(),
        review.status(),
        review.at());
  }

  Review toDomain() {
    return new Review(
        new ReviewId(id),
        new BookingId(bookingId),
        new ListingId(listingId),
        new ProviderId(providerId),
        new UserId(authorId),
        direction,
        new Opinion(new Rating(rating), Optional.ofNullable(title), comment),
        status,
        at);
  }
}
