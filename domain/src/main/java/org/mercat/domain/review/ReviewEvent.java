package org.mercat.domain.review;

import java.time.Instant;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a review. */
public sealed interface ReviewEvent extends DomainEvent {

  ReviewId review();

  @Override
  default Subject subject() {
    return new Subject("review", review().value());
  }

  record ReviewPublished(
      ReviewId review,
      BookingId booking,
      ListingId listing,
      ProviderId provider,
      Rating rating,
      Instant at)
      implements ReviewEvent {}
}
