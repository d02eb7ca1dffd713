package org.mercat.persistence.booking;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.domain.booking.Address;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.BookingTerms;
import org.mercat.domain.booking.CancellationPolicy;
import org.mercat.domain.booking.Lifecycle;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.booking.Lifecycle.Cancelled;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.booking.Price;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.persistence.tax.TaxJson;

/** Table {@code booking}, column for component, and its tax lines. */
record BookingRow(
    UUID id,
    UUID clientId,
    UUID providerId,
    UUID listingId,
    Instant slotFrom,
    Instant slotTo,
    Instant claimFrom,
    Instant claimTo,
    String zone,
    String country,
    String subdivision,
    @Nullable String addressCountry,
    @Nullable String addressSubdivision,
    @Nullable String addressCity,
    @Nullable String addressPostalCode,
    @Nullable String addressLine1,
    long serviceMinor,
    String taxes,
    long tipMinor,
    String currency,
    @Nullable Long onTopRatePpm,
    @Nullable Long onTopFlatMinor,
    @Nullable String onTopTaxes,
    @Nullable Boolean onTopReturnedInParts,
    @Nullable String onTopRule,
    String policy,
    boolean paidAtPlacing,
    Phase state,
    Instant stateAt,
    @Nullable Instant holdUntil,
    boolean paying,
    @Nullable CancelledBy cancelledBy,
    @Nullable String cancelReason,
    @Nullable Long feeRatePpm,
    @Nullable String feeRule,
    @Nullable String feeTaxes,
    long version) {

  static BookingRow of(Booking booking) {
    var terms = booking.terms();
    var price = terms.price();
    var lifecycle = booking.lifecycle();
    var hold = lifecycle instanceof AwaitingPayment awaiting ? awaiting : null;
    var end = lifecycle instanceof Cancelled cancelled ? cancelled : null;
    var fee = booking.fee().orElse(null);
    var onTop = price.onTop().orElse(null);
    return new BookingRow(
        booking.id().value(),
        terms.client().value(),
        terms.provider().value(),
        terms.listing().value(),
        terms.slot().from(),
        terms.slot().to(),
        terms.claim().from(),
        terms.claim().to(),
        terms.zone().getId(),
        terms.place().country(),
        terms.place().subdivision(),
        terms.address().map(it -> it.place().country()).orElse(null),
        terms.address().map(it -> it.place().subdivision()).orElse(null),
        terms.address().flatMap(Address::city).orElse(null),
        terms.address().flatMap(Address::postalCode).orElse(null),
        terms.address().flatMap(Address::line1).orElse(null),
        price.service().minor(),
        TaxJson.ofLines(price.taxes()),
        price.tip().minor(),
        price.service().currency().getCurrencyCode(),
        onTop == null ? null : onTop.rate().partsPerMillion(),
        onTop == null ? null : onTop.flat().map(Money::minor).orElse(null),
        onTop == null ? null : TaxJson.ofRates(onTop.taxes()),
        onTop == null ? null : onTop.returnedInParts(),
        onTop == null ? null : onTop.rule(),
        terms.policy().name(),
        terms.paidAtPlacing(),
        Phase.of(lifecycle),
        lifecycle.at(),
        hold == null ? null : hold.until(),
        hold != null && hold.paying(),
        end == null ? null : end.by(),
        end == null ? null : end.reason(),
        fee == null ? null : fee.rate().partsPerMillion(),
        fee == null ? null : fee.rule(),
        fee == null ? null : TaxJson.ofRates(fee.taxes()),
        booking.version());
  }

  Booking toDomain() {
    return new Booking(new BookingId(id), terms(), lifecycle(), fee(), version);
  }

  private BookingTerms terms() {
    return new BookingTerms(
        new UserId(clientId),
        new ProviderId(providerId),
        new ListingId(listingId),
        new TimeSlot(slotFrom, slotTo),
        new TimeSlot(claimFrom, claimTo),
        ZoneId.of(zone),
        new Jurisdiction(country, subdivision),
        address(),
        new Price(
            Money.of(serviceMinor, currency),
            TaxJson.lines(taxes, currency),
            Money.of(tipMinor, currency),
            onTop()),
        CancellationPolicy.named(policy),
        paidAtPlacing);
  }

  private Optional<CustomerFeeTerms> onTop() {
    return Optional.ofNullable(onTopRatePpm)
        .map(
            ratePpm ->
                new CustomerFeeTerms(
                    new Rate(ratePpm),
                    Optional.ofNullable(onTopFlatMinor).map(minor -> Money.of(minor, currency)),
                    TaxJson.rates(requireNonNull(onTopTaxes)),
                    requireNonNull(onTopReturnedInParts),
                    requireNonNull(onTopRule)));
  }

  private Optional<Address> address() {
    return Optional.ofNullable(addressCountry)
        .map(
            there ->
                new Address(
                    new Jurisdiction(there, requireNonNull(addressSubdivision)),
                    Optional.ofNullable(addressCity),
                    Optional.ofNullable(addressPostalCode),
                    Optional.ofNullable(addressLine1)));
  }

  private Lifecycle lifecycle() {
    return switch (state) {
      case REQUESTED -> new Lifecycle.Requested(stateAt);
      case DECLINED -> new Lifecycle.Declined(stateAt);
      case EXPIRED -> new Lifecycle.Expired(stateAt);
      case AWAITING_PAYMENT -> new AwaitingPayment(stateAt, requireNonNull(holdUntil), paying);
      case CONFIRMED -> new Lifecycle.Confirmed(stateAt);
      case IN_PROGRESS -> new Lifecycle.InProgress(stateAt);
      case DELIVERED -> new Lifecycle.Delivered(stateAt);
      case COMPLETED -> new Lifecycle.Completed(stateAt);
      case CANCELLED ->
          new Cancelled(stateAt, requireNonNull(cancelledBy), requireNonNull(cancelReason));
      case NO_SHOW -> new Lifecycle.NoShow(stateAt);
    };
  }

  private Optional<FeeTerms> fee() {
    return Optional.ofNullable(feeRatePpm)
        .map(
            ratePpm ->
                new FeeTerms(
                    new Rate(ratePpm),
                    requireNonNull(feeRule),
                    TaxJson.rates(requireNonNull(feeTaxes))));
  }
}
