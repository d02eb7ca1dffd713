package org.mercat.application.review;

import java.time.InstantSource;
import org.mercat.application.review.port.ReviewableWork;
import org.mercat.application.review.port.Reviews;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.Review.Refusal;
import org.mercat.domain.review.Review.Transition;
import org.mercat.domain.review.ReviewEvent;
import org.mercat.domain.review.Work;
import org.mercat.domain.shared.Permission;

/** The client of a completed booking says what the work was like, once. */
public final class LeaveReview {

  public record Command(Caller caller, BookingId booking, Opinion opinion) {}

  public sealed interface Outcome {
    record Left(Review review) implements Outcome {}

    /** Only clients review. */
    record Forbidden() implements Outcome {}

    /** There is no such booking, or it is not the caller's to review. */
    record UnknownBooking() implements Outcome {}

    record NotCompleted() implements Outcome {}

    record AlreadyReviewed() implements Outcome {}
  }

  private final Access access;
  private final ReviewableWork reviewable;
  private final Reviews reviews;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public LeaveReview(
      Access access,
      ReviewableWork reviewable,
      Reviews reviews,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.reviewable = reviewable;
    this.reviews = reviews;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.REVIEW_WRITE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            reviewable
                .of(command.booking())
                .map(work -> leave(command, work))
                .orElseGet(Outcome.UnknownBooking::new));
  }

  private Outcome leave(Command command, Work work) {
    var author = command.caller().user();
    return switch (Review.ofWork(
        reviews.nextId(), work, author, command.opinion(), clock.instant())) {
      case Transition.Done(var review, var event) -> keep(review, event);
      case Transition.Refused(var why) -> refused(why);
    };
  }

  private Outcome keep(Review review, ReviewEvent event) {
    return switch (reviews.add(review)) {
      case ADDED -> {
        outbox.append(event);
        yield new Outcome.Left(review);
      }
      case ALREADY_REVIEWED -> new Outcome.AlreadyReviewed();
    };
  }

  private static Outcome refused(Refusal why) {
    return switch (why) {
      case NOT_THE_CLIENT -> new Outcome.UnknownBooking();
      case NOT_COMPLETED -> new Outcome.NotCompleted();
    };
  }
}
