package org.mercat.persistence.payment;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.port.Earnings.Leg;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.Transfer;
import org.mercat.domain.payment.Transfer.State;
import org.mercat.domain.shared.Money;

/** Table {@code transfer}, column for component, and the currency of its earning. */
record TransferRow(
    UUID bookingId,
    int number,
    UUID payoutId,
    long amountMinor,
    String currency,
    StateCode state,
    @Nullable String reference,
    @Nullable FailureCode failure,
    long reversingMinor,
    long reversedMinor) {

  enum StateCode {
    ASKED,
    DONE,
    FAILED
  }

  static TransferRow of(BookingId booking, Transfer transfer) {
    return new TransferRow(
        booking.value(),
        transfer.number(),
        transfer.payout().value(),
        transfer.amount().minor(),
        transfer.amount().currency().getCurrencyCode(),
        code(transfer.state()),
        transfer.state() instanceof State.Done(var reference) ? reference.value() : null,
        transfer.state() instanceof State.Failed(var why) ? why : null,
        transfer.reversing().minor(),
        transfer.reversed().minor());
  }

  Transfer toDomain() {
    return new Transfer(
        number,
        new PayoutId(payoutId),
        Money.of(amountMinor, currency),
        known(),
        Money.of(reversingMinor, currency),
        Money.of(reversedMinor, currency));
  }

  Leg toLeg() {
    return new Leg(new BookingId(bookingId), toDomain());
  }

  private static StateCode code(State state) {
    return switch (state) {
      case State.Asked _ -> StateCode.ASKED;
      case State.Done _ -> StateCode.DONE;
      case State.Failed _ -> StateCode.FAILED;
    };
  }

  private State known() {
    return switch (state) {
      case ASKED -> new State.Asked();
      case DONE -> new State.Done(new GatewayReference(requireNonNull(reference)));
      case FAILED -> new State.Failed(requireNonNull(failure));
    };
  }
}
