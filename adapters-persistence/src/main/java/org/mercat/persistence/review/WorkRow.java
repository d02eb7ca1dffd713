package org.mercat.persistence.review;

import java.util.UUID;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.review.Work;

/** What reviews read of table {@code booking}. */
record WorkRow(UUID id, UUID listingId, UUID providerId, UUID clientId, boolean completed) {

  Work toDomain() {
    return new Work(
        new BookingId(id),
        new ListingId(listingId),
        new ProviderId(providerId),
        new UserId(clientId),
        completed);
  }
}
