package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** What is held for a booking, as it is read of the payment and its entries. */
record HeldFundsRow(
    UUID bookingId,
    UUID providerId,
    long amountMinor,
    String currency,
    Instant capturedAt,
    Instant deadline) {

  HeldFunds toDomain() {
    return new HeldFunds(
        new BookingId(bookingId),
        new ProviderId(providerId),
        Money.of(amountMinor, currency),
        capturedAt,
        deadline);
  }
}
