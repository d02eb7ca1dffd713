package org.mercat.persistence.booking;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.mercat.application.booking.port.ServiceOffers.Offer;
import org.mercat.application.booking.port.ServiceOffers.Pricing;
import org.mercat.application.booking.port.ServiceOffers.ServedAt;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.persistence.availability.HoursJson;

/** A listing, its provider and the provider's hours, as far as booking reads them. */
record ServiceOfferRow(
    UUID listingId,
    UUID providerId,
    UUID ownerId,
    String category,
    boolean payable,
    boolean paidDirectly,
    boolean taxRegistered,
    String country,
    String subdivision,
    String timeZone,
    String hours,
    long lengthMinutes,
    long stepMinutes,
    long beforeMinutes,
    long afterMinutes,
    Pricing pricing,
    long priceMinor,
    String currency,
    ServedAt location) {

  Offer toDomain() {
    return new Offer(
        new ListingId(listingId),
        new ProviderId(providerId),
        new UserId(ownerId),
        new TaxCategory(category),
        payable,
        paidDirectly,
        taxRegistered,
        new Jurisdiction(country, subdivision),
        ZoneId.of(timeZone),
        HoursJson.read(hours),
        rules(),
        pricing,
        Money.of(priceMinor, currency),
        location);
  }

  private SlotRules rules() {
    return new SlotRules(
        Duration.ofMinutes(lengthMinutes),
        Duration.ofMinutes(stepMinutes),
        Duration.ofMinutes(beforeMinutes),
        Duration.ofMinutes(afterMinutes));
  }
}
