package org.mercat.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Review.Direction;
import org.mercat.domain.review.Review.Refusal;
import org.mercat.domain.review.Review.Status;
import org.mercat.domain.review.Review.Transition;
import org.mercat.domain.review.ReviewEvent.ReviewPublished;

class ReviewTest {

  private static final Instant NOW = Instant.parse("2030-01-09T09:00:00Z");
  private static final UserId CLIENT = new UserId(UUID.randomUUID());
  private static final Opinion OPINION =
      new Opinion(new Rating(5), Optional.of("Lovely"), "She came on time.");

  private final ReviewId id = new ReviewId(UUID.randomUUID());

  @Test
  void the_client_of_completed_work_is_heard_at_once() {
    var work = work(true);

    var done = (Transition.Done) Review.ofWork(id, work, CLIENT, OPINION, NOW);

    assertThat(done.review())
        .isEqualTo(
            new Review(
                id,
                work.booking(),
                work.listing(),
                work.provider(),
                CLIENT,
                Direction.CLIENT_TO_PROVIDER,
                OPINION,
                Status.PUBLISHED,
                NOW));
    assertThat(done.review().isPublic()).isTrue();
    assertThat(done.event())
        .isEqualTo(
            new ReviewPublished(
                id, work.booking(), work.listing(), work.provider(), new Rating(5), NOW));
    assertThat(done.event().subject().kind()).isEqualTo("review");
  }

  @ParameterizedTest(name = "the client: {0}, completed: {1}")
  @CsvSource({
    "true, false, NOT_COMPLETED",
    "false, true, NOT_THE_CLIENT",
    "false, false, NOT_THE_CLIENT"
  })
  void nobody_else_is_heard(boolean isClient, boolean completed, Refusal why) {
    var author = isClient ? CLIENT : new UserId(UUID.randomUUID());

    assertThat(Review.ofWork(id, work(completed), author, OPINION, NOW))
        .isEqualTo(new Transition.Refused(why));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void only_what_is_published_is_public(Status status) {
    assertThat(review(Direction.CLIENT_TO_PROVIDER, status).isPublic())
        .isEqualTo(status == Status.PUBLISHED);
    assertThat(review(Direction.PROVIDER_TO_CLIENT, status).isPublic()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6})
  void a_rating_has_one_to_five_stars(int stars) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rating(stars));
  }

  @Test
  void an_opinion_says_something_and_not_too_much() {
    var rating = new Rating(1);
    var tooLong = "x".repeat(Opinion.LONGEST_COMMENT + 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opinion(rating, Optional.of(" "), "Fine."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opinion(rating, Optional.of(tooLong), "Fine."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opinion(rating, Optional.empty(), " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opinion(rating, Optional.empty(), tooLong));
  }

  private Review review(Direction direction, Status status) {
    var work = work(true);
    return new Review(
        id,
        work.booking(),
        work.listing(),
        work.provider(),
        CLIENT,
        direction,
        OPINION,
        status,
        NOW);
  }

  private static Work work(boolean completed) {
    return new Work(
        new BookingId(UUID.randomUUID()),
        new ListingId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        CLIENT,
        completed);
  }
}
