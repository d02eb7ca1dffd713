package org.mercat.persistence.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mercat.application.booking.port.BookingReadModel.BookingView;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Step;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Money;
import org.mercat.persistence.shared.JsonRows;

/** A booking with its owner, its money and its steps. */
record BookingViewRow(
    UUID id,
    BookingRow booking,
    UUID ownerId,
    Whereabouts money,
    long refundedServiceMinor,
    long refundedMinor,
    long owedServiceMinor,
    long owedMinor,
    long onTopBackMinor,
    boolean outcomeUnknown,
    String steps) {

  private record StepRow(Phase phase, long atMicros) {

    Step toDomain() {
      return new Step(phase, Instant.EPOCH.plus(atMicros, ChronoUnit.MICROS));
    }
  }

  BookingView toDomain() {
    return new BookingView(
        booking.toDomain(),
        new UserId(ownerId),
        money,
        Money.of(refundedServiceMinor, booking.currency()),
        Money.of(refundedMinor, booking.currency()),
        Money.of(owedServiceMinor, booking.currency()),
        Money.of(owedMinor, booking.currency()),
        Money.of(onTopBackMinor, booking.currency()),
        outcomeUnknown,
        way());
  }

  private List<Step> way() {
    return JsonRows.read(steps, StepRow.class).stream().map(StepRow::toDomain).toList();
  }
}
