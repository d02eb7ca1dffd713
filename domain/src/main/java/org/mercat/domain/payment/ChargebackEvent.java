package org.mercat.domain.payment;

import java.time.Instant;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;

/** What can happen when a payer's bank contests the payment of a booking. */
public sealed interface ChargebackEvent extends DomainEvent {

  BookingId booking();

  ChargebackId chargeback();

  @Override
  default Subject subject() {
    return BookingEvent.subject(booking());
  }

  /**
   * The bank asks about a payment, or contests it.
   *
   * @param inquiry whether it only asks: no money has moved
   */
  record ChargebackOpened(
      BookingId booking,
      ChargebackId chargeback,
      Money amount,
      String reason,
      boolean inquiry,
      Instant at)
      implements ChargebackEvent {}

  record ChargebackWon(BookingId booking, ChargebackId chargeback, Money amount, Instant at)
      implements ChargebackEvent {}

  record ChargebackLost(BookingId booking, ChargebackId chargeback, Money amount, Instant at)
      implements ChargebackEvent {}

  /** The market has answered the bank. */
  record EvidenceSubmitted(BookingId booking, ChargebackId chargeback, Instant at)
      implements ChargebackEvent {}
}
