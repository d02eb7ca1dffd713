package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.DirectBooking.Stage;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.persistence.tax.TaxJson;

/** A booking of table {@code direct_booking}, with its price and the fee that was agreed on. */
record DirectBookingRow(
    UUID bookingId,
    UUID clientId,
    UUID providerId,
    String currency,
    long serviceMinor,
    String taxes,
    long tipMinor,
    State state,
    long feeRatePpm,
    String feeRule,
    String feeTaxes,
    Instant dueAt,
    @Nullable String instructions) {

  /** The states that a booking can have once its fee is agreed on. */
  enum State {
    CONFIRMED,
    IN_PROGRESS,
    DELIVERED,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    Stage stage() {
      return switch (this) {
        case CONFIRMED, IN_PROGRESS, DELIVERED -> Stage.AGREED;
        case COMPLETED -> Stage.DONE;
        case CANCELLED, NO_SHOW -> Stage.OFF;
      };
    }
  }

  DirectBooking toDomain() {
    var charge =
        new Charge(
            new BookingId(bookingId),
            new UserId(clientId),
            new ProviderId(providerId),
            Money.of(serviceMinor, currency),
            TaxJson.lines(taxes, currency),
            Money.of(tipMinor, currency));
    return new DirectBooking(
        charge,
        state.stage(),
        new FeeTerms(new Rate(feeRatePpm), feeRule, TaxJson.rates(feeTaxes)),
        InvoiceDue.at(dueAt, Optional.ofNullable(instructions)));
  }
}
