package org.mercat.persistence.payment;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.BilledBooking;
import org.mercat.domain.payment.BilledBooking.Buyer;
import org.mercat.domain.payment.BilledBooking.Seller;
import org.mercat.domain.payment.BilledBooking.Supplied;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;
import org.mercat.persistence.shared.JsonRows;

/** A booking with the names of its parties and of what was booked. */
record BilledBookingRow(
    UUID providerId,
    String businessName,
    String sellerCountry,
    String sellerSubdivision,
    String postalCode,
    @Nullable String city,
    @Nullable String taxRegistration,
    String timeZone,
    UUID clientId,
    String firstName,
    String lastName,
    String title,
    Instant slotFrom,
    Instant slotTo,
    String zone,
    String country,
    String subdivision,
    String sources) {

  private record SourceRow(String rule, String source) {}

  BilledBooking toDomain() {
    return new BilledBooking(
        new Seller(
            new ProviderId(providerId),
            businessName,
            new Jurisdiction(sellerCountry, sellerSubdivision),
            postalCode,
            Optional.ofNullable(city),
            Optional.ofNullable(taxRegistration).map(TaxRegistration::new),
            ZoneId.of(timeZone)),
        new Buyer(new UserId(clientId), firstName + " " + lastName),
        new Supplied(
            title,
            new TimeSlot(slotFrom, slotTo),
            ZoneId.of(zone),
            new Jurisdiction(country, subdivision)),
        JsonRows.read(sources, SourceRow.class).stream()
            .collect(toMap(SourceRow::rule, SourceRow::source)));
  }
}
