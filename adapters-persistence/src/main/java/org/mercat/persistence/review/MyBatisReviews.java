package org.mercat.persistence.review;

import java.util.List;
import java.util.Optional;
import org.mercat.application.review.port.Reviews;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewId;
import org.mercat.persistence.shared.Ids;
import org.mercat.persistence.shared.Sessions;

/** The constraint review_once decides who is heard. */
public final class MyBatisReviews implements Reviews {

  private final Sessions sessions;

  public MyBatisReviews(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ReviewId nextId() {
    return new ReviewId(Ids.next());
  }

  @Override
  public Optional<Review> find(ReviewId id) {
    return Optional.ofNullable(mapper().find(id.value())).map(ReviewRow::toDomain);
  }

  @Override
  public Addition add(Review review) {
    return mapper().insert(ReviewRow.of(review)) == 0 ? Addition.ALREADY_REVIEWED : Addition.ADDED;
  }

  @Override
  public Page<Review> findPublic(About about, PageRequest page) {
    var found = rows(about, page).stream().map(ReviewRow::toDomain).toList();
    return Page.of(found, page, review -> review.id().value());
  }

  private List<ReviewRow> rows(About about, PageRequest page) {
    var after = page.after().orElse(null);
    var most = page.limit() + 1;
    return switch (about) {
      case About.OfListing(var listing) -> mapper().publicOfListing(listing.value(), after, most);
      case About.OfProvider(var provider) ->
          mapper().publicOfProvider(provider.value(), after, most);
    };
  }

  private ReviewMapper mapper() {
    return sessions.mapper(ReviewMapper.class);
  }
}
