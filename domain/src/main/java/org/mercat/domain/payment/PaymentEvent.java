package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/** What can happen to the money of a booking. */
public sealed interface PaymentEvent extends DomainEvent {

  BookingId booking();

  @Override
  default Subject subject() {
    return BookingEvent.subject(booking());
  }

  /** The money is held. */
  record PaymentCaptured(BookingId booking, Money amount, Instant at) implements PaymentEvent {}

  /** The client pays the provider himself, and no gateway is asked. */
  record PaymentAgreed(BookingId booking, Instant at) implements PaymentEvent {}

  record PaymentDeclined(BookingId booking, FailureCode why, Instant at) implements PaymentEvent {}

  /** The payer has to act before the payment can go on. */
  record PaymentWaiting(BookingId booking, Instant at) implements PaymentEvent {}

  /** No answer came; whether the money has moved is to be found out. */
  record PaymentUnanswered(BookingId booking, Instant at) implements PaymentEvent {}

  /**
   * A part of the money, or all of it, is on its way back.
   *
   * @param whole whether nothing is left of the booking's money after this refund
   */
  record RefundStarted(
      BookingId booking, Money amount, boolean whole, Role by, String reason, Instant at)
      implements PaymentEvent {}

  record RefundPaid(BookingId booking, Money amount, Instant at) implements PaymentEvent {}

  record RefundFailed(BookingId booking, Money amount, FailureCode why, Instant at)
      implements PaymentEvent {}

  record MoneyReleased(BookingId booking, Money fee, Money feeTax, Money payout, Instant at)
      implements PaymentEvent {}
}
