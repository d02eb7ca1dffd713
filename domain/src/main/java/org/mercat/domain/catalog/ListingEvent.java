package org.mercat.domain.catalog;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to a listing. */
public sealed interface ListingEvent extends DomainEvent {

  ListingId listing();

  @Override
  default Subject subject() {
    return new Subject("listing", listing().value());
  }

  record ListingDrafted(ListingId listing, ProviderId provider, Instant at)
      implements ListingEvent {}

  record ListingChanged(ListingId listing, Instant at) implements ListingEvent {}

  record ListingPublished(ListingId listing, Instant at) implements ListingEvent {}

  record ListingPaused(ListingId listing, Instant at) implements ListingEvent {}

  record ListingArchived(ListingId listing, Instant at) implements ListingEvent {}
}
