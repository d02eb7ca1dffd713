package org.mercat.domain.review;

import org.mercat.domain.booking.BookingId;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/**
 * What a review is about.
 *
 * @param completed whether it was done, as its client has confirmed
 */
public record Work(
    BookingId booking, ListingId listing, ProviderId provider, UserId client, boolean completed) {}
