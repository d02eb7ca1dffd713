package org.mercat.application.review.port;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.review.Review;
import org.mercat.domain.review.ReviewId;

public final class InMemoryReviews implements Reviews, Store {

  private NavigableMap<UUID, Review> stored = new TreeMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new TreeMap<>(stored);
    return () -> stored = copy;
  }

  @Override
  public ReviewId nextId() {
    return new ReviewId(TimeOrderedIds.next());
  }

  @Override
  public Optional<Review> find(ReviewId id) {
    return Optional.ofNullable(stored.get(id.value()));
  }

  @Override
  public Addition add(Review review) {
    if (stored.values().stream().anyMatch(other -> isSameWork(review, other))) {
      return Addition.ALREADY_REVIEWED;
    }
    stored.put(review.id().value(), review);
    return Addition.ADDED;
  }

  @Override
  public Page<Review> findPublic(About about, PageRequest page) {
    var before = page.after().map(id -> stored.headMap(id, false)).orElse(stored);
    var found =
        before.descendingMap().values().stream()
            .filter(Review::isPublic)
            .filter(review -> isAbout(about, review))
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, review -> review.id().value());
  }

  private static boolean isSameWork(Review one, Review other) {
    return one.booking().equals(other.booking()) && one.direction() == other.direction();
  }

  private static boolean isAbout(About about, Review review) {
    return switch (about) {
      case About.OfListing(var listing) -> review.listing().equals(listing);
      case About.OfProvider(var provider) -> review.provider().equals(provider);
    };
  }
}
