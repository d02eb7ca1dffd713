package org.mercat.application.review.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.NOON;
import static org.mercat.application.review.port.Reviews.Addition.ADDED;
import static org.mercat.application.review.port.Reviews.Addition.ALREADY_REVIEWED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.application.review.port.Reviews.Addition;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.Review.Direction;
import org.mercat.domain.review.Review.Status;

/** What every adapter of {@link Reviews} promises. */
public interface ReviewsContract extends WithBookings {

  Reviews reviews();

  @Test
  default void finds_what_was_added() {
    var review = review(completed(parties()));

    assertThat(add(review)).isEqualTo(ADDED);

    assertThat(unitOfWork().run(() -> reviews().find(review.id()))).contains(review);
  }

  @Test
  default void a_title_need_not_be_there() {
    var booking = completed(parties());
    var untitled = new Opinion(new Rating(1), Optional.empty(), "Never again.");
    var review = review(booking, untitled, Direction.CLIENT_TO_PROVIDER, Status.PUBLISHED);

    assertThat(add(review)).isEqualTo(ADDED);

    assertThat(unitOfWork().run(() -> reviews().find(review.id()))).contains(review);
  }

  @Test
  default void finds_nothing_under_an_unknown_id() {
    assertThat(unitOfWork().run(() -> reviews().find(reviews().nextId()))).isEmpty();
  }

  @Test
  default void a_booking_has_one_review_in_each_direction() {
    var booking = completed(parties());
    assertThat(add(review(booking))).isEqualTo(ADDED);

    var second = review(booking);
    var answer = review(booking, Direction.PROVIDER_TO_CLIENT, Status.PUBLISHED);

    assertThat(add(second)).isEqualTo(ALREADY_REVIEWED);
    assertThat(unitOfWork().run(() -> reviews().find(second.id()))).isEmpty();
    assertThat(add(answer)).isEqualTo(ADDED);
  }

  @RepeatedTest(10)
  default void of_simultaneous_reviews_of_one_booking_exactly_one_is_added() throws Exception {
    var booking = completed(parties());
    var start = new CyclicBarrier(4);
    Callable<Addition> attempt =
        () -> {
          start.await();
          return add(review(booking));
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var additions =
          executor.invokeAll(Collections.nCopies(4, attempt)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(additions).hasSize(4).containsOnlyOnce(ADDED);
    }
  }

  @Test
  default void shows_the_reviews_of_a_listing_and_of_a_provider() {
    var mine = parties();
    var review = added(review(completed(mine)));
    var other = added(review(completed(parties())));

    assertThat(publicReviews(ofListing(mine))).containsExactly(review).doesNotContain(other);
    assertThat(publicReviews(ofProvider(mine))).containsExactly(review).doesNotContain(other);
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "PUBLISHED")
  default void hides_what_is_not_published(Status status) {
    var parties = parties();
    var hidden = added(review(completed(parties), Direction.CLIENT_TO_PROVIDER, status));

    assertThat(publicReviews(ofListing(parties))).doesNotContain(hidden).isEmpty();
    assertThat(publicReviews(ofProvider(parties))).doesNotContain(hidden).isEmpty();
  }

  @Test
  default void hides_what_a_provider_says_of_a_client() {
    var parties = parties();
    var answer = added(review(completed(parties), Direction.PROVIDER_TO_CLIENT, Status.PUBLISHED));

    assertThat(publicReviews(ofListing(parties))).doesNotContain(answer).isEmpty();
    assertThat(publicReviews(ofProvider(parties))).doesNotContain(answer).isEmpty();
  }

  @Test
  default void pages_go_through_everything_once_newest_first() {
    var parties = parties();
    var all =
        IntStream.range(0, 5).mapToObj(_ -> added(review(completed(parties)))).toList().reversed();

    for (var about : List.of(ofListing(parties), ofProvider(parties))) {
      var seen = new ArrayList<Review>();
      var next = Optional.<UUID>empty();
      do {
        var page = page(about, new PageRequest(2, next));
        seen.addAll(page.items());
        next = page.next();
      } while (next.isPresent());
      assertThat(seen).isEqualTo(all);
    }
  }

  /** A review of that booking by its client, as it is left. */
  default Review review(Booking booking) {
    return review(booking, Direction.CLIENT_TO_PROVIDER, Status.PUBLISHED);
  }

  private Review review(Booking booking, Direction direction, Status status) {
    var opinion = new Opinion(new Rating(5), Optional.of("Lovely"), "She came on time.");
    return review(booking, opinion, direction, status);
  }

  private Review review(Booking booking, Opinion opinion, Direction direction, Status status) {
    var terms = booking.terms();
    return new Review(
        reviews().nextId(),
        booking.id(),
        terms.listing(),
        terms.provider(),
        terms.client(),
        direction,
        opinion,
        status,
        NOON);
  }

  private Review added(Review review) {
    assertThat(add(review)).isEqualTo(ADDED);
    return review;
  }

  private Addition add(Review review) {
    return unitOfWork().run(() -> reviews().add(review));
  }

  private List<Review> publicReviews(About about) {
    return page(about, new PageRequest(PageRequest.MOST, Optional.empty())).items();
  }

  private Page<Review> page(About about, PageRequest page) {
    return unitOfWork().run(() -> reviews().findPublic(about, page));
  }

  private static About ofListing(Parties parties) {
    return new About.OfListing(parties.listing());
  }

  private static About ofProvider(Parties parties) {
    return new About.OfProvider(parties.provider());
  }
}
