package org.mercat.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.review.LeaveReview.Command;
import org.mercat.application.review.LeaveReview.Outcome;
import org.mercat.application.review.port.InMemoryReviewableWork;
import org.mercat.application.review.port.InMemoryReviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.application.review.port.WithBookings;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewEvent.ReviewPublished;
import org.mercat.domain.shared.Role;

class ReviewUseCasesTest implements WithBookings {

  private static final Opinion OPINION =
      new Opinion(new Rating(4), Optional.of("Good"), "He came late, but he is good.");
  private static final PageRequest FIRST = new PageRequest(10, Optional.empty());

  private final Access access = new AccessRules();
  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, reviews, outbox);
  private final LeaveReview leave =
      new LeaveReview(
          access,
          new InMemoryReviewableWork(bookings),
          reviews,
          outbox,
          unitOfWork,
          InstantSource.fixed(NOON));
  private final ReviewDetails details = new ReviewDetails(access, reviews, unitOfWork);
  private final PublicReviews publicReviews = new PublicReviews(reviews, unitOfWork);
  private final Parties parties = Parties.any();

  @Test
  void a_client_reviews_completed_work_and_everybody_can_read_it() {
    var booking = completed(parties);

    var review = left(booking.id());

    assertThat(review.opinion()).isEqualTo(OPINION);
    assertThat(outbox.events())
        .containsExactly(
            new ReviewPublished(
                review.id(),
                booking.id(),
                parties.listing(),
                parties.provider(),
                OPINION.rating(),
                NOON));
    assertThat(publicReviews.handle(about(new About.OfListing(parties.listing()))))
        .isEqualTo(new Page<>(List.of(review), Optional.empty()));
    assertThat(publicReviews.handle(about(new About.OfProvider(parties.provider()))).items())
        .containsExactly(review);
    assertThat(details.handle(new ReviewDetails.Query(somebody(), review.id())))
        .isEqualTo(new ReviewDetails.Outcome.Public(review));
    assertThat(details.handle(new ReviewDetails.Query(client(), review.id())))
        .isEqualTo(new ReviewDetails.Outcome.Found(review));
  }

  @Test
  void nobody_is_heard_twice() {
    var booking = completed(parties);
    var first = left(booking.id());

    assertThat(leave.handle(new Command(client(), booking.id(), OPINION)))
        .isEqualTo(new Outcome.AlreadyReviewed());

    assertThat(outbox.events()).hasSize(1);
    assertThat(publicReviews.handle(about(new About.OfProvider(parties.provider()))).items())
        .containsExactly(first);
  }

  @Test
  void work_that_is_not_completed_is_not_reviewed() {
    var booking = placed(parties);

    assertThat(leave.handle(new Command(client(), booking.id(), OPINION)))
        .isEqualTo(new Outcome.NotCompleted());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void a_foreign_booking_is_as_unknown_as_none() {
    var booking = completed(parties);

    assertThat(leave.handle(new Command(somebody(), booking.id(), OPINION)))
        .isEqualTo(new Outcome.UnknownBooking());
    assertThat(leave.handle(new Command(client(), bookings.nextId(), OPINION)))
        .isEqualTo(new Outcome.UnknownBooking());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void only_clients_review() {
    var vendor = new Caller(parties.client(), Set.of(Role.PROVIDER));

    assertThat(leave.handle(new Command(vendor, completed(parties).id(), OPINION)))
        .isEqualTo(new Outcome.Forbidden());
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void there_is_no_review_under_an_unknown_id() {
    assertThat(details.handle(new ReviewDetails.Query(somebody(), reviews.nextId())))
        .isEqualTo(new ReviewDetails.Outcome.NotFound());
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Parties parties() {
    return Parties.any();
  }

  private Review left(BookingId booking) {
    return switch (leave.handle(new Command(client(), booking, OPINION))) {
      case Outcome.Left(var review) -> review;
      case Outcome.Forbidden _,
          Outcome.UnknownBooking _,
          Outcome.NotCompleted _,
          Outcome.AlreadyReviewed _ ->
          throw new AssertionError("not left");
    };
  }

  private Caller client() {
    return new Caller(parties.client(), Set.of(Role.CLIENT));
  }

  private static Caller somebody() {
    return new Caller(new UserId(TimeOrderedIds.next()), Set.of(Role.CLIENT));
  }

  private static PublicReviews.Query about(About about) {
    return new PublicReviews.Query(about, FIRST);
  }
}
