package org.mercat.domain.booking;

import java.time.ZoneId;
import java.util.Optional;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;

/**
 * What client and provider have agreed on.
 *
 * @param slot the time of the service
 * @param claim the time that the provider keeps free for it: the slot with its buffers
 * @param zone where the slot's wall-clock time is read
 * @param place where the service is supplied, which decides its taxes
 * @param address where exactly, as the client has said; empty for the provider's own place
 * @param paidAtPlacing whether the client sent a payment method along: then a decline ends the
 *     booking instead of leaving it on hold
 */
public record BookingTerms(
    UserId client,
    ProviderId provider,
    ListingId listing,
    TimeSlot slot,
    TimeSlot claim,
    ZoneId zone,
    Jurisdiction place,
    Optional<Address> address,
    Price price,
    CancellationPolicy policy,
    boolean paidAtPlacing) {

  public BookingTerms {
    if (!claim.contains(slot)) {
      throw new IllegalArgumentException("the claim " + claim + " does not cover " + slot);
    }
  }
}
