package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.Statements.Line;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Money;

/** What an entry has posted to an account. */
record StatementLineRow(
    UUID id,
    String key,
    JournalEntry.Kind kind,
    @Nullable UUID bookingId,
    @Nullable UUID payoutId,
    @Nullable UUID providerId,
    long amountMinor,
    String currency,
    Instant at) {

  Line toDomain() {
    return new Line(id, key, kind, about(), Money.of(amountMinor, currency), at);
  }

  private Subject about() {
    if (bookingId != null) {
      return BookingEvent.subject(new BookingId(bookingId));
    }
    return payoutId == null
        ? PayeeEvent.subject(new ProviderId(requireNonNull(providerId)))
        : PayoutEvent.subject(new PayoutId(payoutId));
  }
}
