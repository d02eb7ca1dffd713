package org.mercat.persistence.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.review.port.Reviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.application.review.port.Reviews.Addition;
import org.mercat.application.review.port.ReviewsContract;
import org.mercat.application.shared.PageRequest;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisReviewsTest extends MyBatisMarket implements ReviewsContract {

  private final Reviews reviews = new MyBatisReviews(TestDatabase.SESSIONS);

  @Override
  public Reviews reviews() {
    return reviews;
  }

  @Test
  void another_tenant_does_not_see_them() {
    var review = review(completed(parties()));
    assertThat(unitOfWork().run(() -> reviews.add(review))).isEqualTo(Addition.ADDED);
    var other = TestDatabase.unitOfWork();
    var first = new PageRequest(1, Optional.empty());

    assertThat(other.run(() -> reviews.find(review.id()))).isEmpty();
    assertThat(other.run(() -> reviews.findPublic(new About.OfProvider(review.provider()), first)))
        .satisfies(page -> assertThat(page.items()).isEmpty());
  }
}
