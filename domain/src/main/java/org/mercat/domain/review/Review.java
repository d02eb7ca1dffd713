package org.mercat.domain.review;

import java.time.Instant;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Review.Transition.Done;
import org.mercat.domain.review.Review.Transition.Refused;
import org.mercat.domain.review.ReviewEvent.ReviewPublished;

/**
 * What one party to a booking says about the other. It is verified by nature: there is none but of
 * a completed booking, and one at the most in each direction.
 */
public record Review(
    ReviewId id,
    BookingId booking,
    ListingId listing,
    ProviderId provider,
    UserId author,
    Direction direction,
    Opinion opinion,
    Status status,
    Instant at) {

  /** Who speaks about whom (C-12). */
  public enum Direction {
    CLIENT_TO_PROVIDER,
    PROVIDER_TO_CLIENT
  }

  /** How far a review may be seen (C-11). */
  public enum Status {
    PENDING,
    PUBLISHED,
    FLAGGED,
    REMOVED,
    REJECTED
  }

  /** What comes of an opinion. */
  public sealed interface Transition {
    record Done(Review review, ReviewEvent event) implements Transition {}

    record Refused(Refusal why) implements Transition {}
  }

  /** Why somebody may not say what he thinks. */
  public enum Refusal {
    /** The work was another's. */
    NOT_THE_CLIENT,
    NOT_COMPLETED
  }

  /** The client says what the work was like; everybody may read it at once. */
  public static Transition ofWork(
      ReviewId id, Work work, UserId author, Opinion opinion, Instant now) {
    if (!work.client().equals(author)) {
      return new Refused(Refusal.NOT_THE_CLIENT);
    }
    if (!work.completed()) {
      return new Refused(Refusal.NOT_COMPLETED);
    }
    var review =
        new Review(
            id,
            work.booking(),
            work.listing(),
            work.provider(),
            author,
            Direction.CLIENT_TO_PROVIDER,
            opinion,
            Status.PUBLISHED,
            now);
    return new Done(review, review.published());
  }

  /** Whether everybody may read it: what a provider says of a client, nobody else ever may. */
  public boolean isPublic() {
    return direction == Direction.CLIENT_TO_PROVIDER && status == Status.PUBLISHED;
  }

  private ReviewPublished published() {
    return new ReviewPublished(id, booking, listing, provider, opinion.rating(), at);
  }
}
