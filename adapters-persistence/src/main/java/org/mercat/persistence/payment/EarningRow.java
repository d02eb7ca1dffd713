package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.persistence.shared.JsonRows;

/** Table {@code earning}, column for component, and its transfers. */
record EarningRow(
    UUID bookingId,
    UUID providerId,
    Instant releasedAt,
    String currency,
    long shareMinor,
    long dueMinor,
    String transfers,
    int reversals,
    boolean frozen,
    long version) {

  static EarningRow of(Earning earning) {
    return new EarningRow(
        earning.booking().value(),
        earning.provider().value(),
        earning.releasedAt(),
        earning.share().currency().getCurrencyCode(),
        earning.share().minor(),
        earning.due().minor(),
        JsonRows.of(
            earning.transfers().stream()
                .map(transfer -> TransferRow.of(earning.booking(), transfer))
                .toList()),
        earning.reversals(),
        earning.frozen(),
        earning.version());
  }

  Earning toDomain() {
    return new Earning(
        new BookingId(bookingId),
        new ProviderId(providerId),
        releasedAt,
        Money.of(shareMinor, currency),
        JsonRows.read(transfers, TransferRow.class).stream().map(TransferRow::toDomain).toList(),
        reversals,
        frozen,
        version);
  }
}
