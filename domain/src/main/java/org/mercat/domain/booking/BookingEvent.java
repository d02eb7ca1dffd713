package org.mercat.domain.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.fee.CustomerFee;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.TaxLine;

/** What can happen to a booking. */
public sealed interface BookingEvent extends DomainEvent {

  BookingId booking();

  @Override
  default Subject subject() {
    return subject(booking());
  }

  /** The booking as the subject of events. */
  static Subject subject(BookingId booking) {
    return new Subject("booking", booking.value());
  }

  record BookingRequested(BookingId booking, Instant at) implements BookingEvent {}

  record BookingDeclined(BookingId booking, Instant at) implements BookingEvent {}

  /** The time is claimed; the client has until then to pay. */
  record BookingPlaced(
      BookingId booking,
      UserId client,
      ProviderId provider,
      ListingId listing,
      TimeSlot slot,
      Money total,
      Instant until,
      Instant at)
      implements BookingEvent {}

  /** The client wants to pay now, with this method: a token in the words of the gateway. */
  record BookingPaymentStarted(
      BookingId booking,
      UserId client,
      ProviderId provider,
      Money service,
      List<TaxLine> taxes,
      Money tip,
      CustomerFee customerFee,
      String method,
      Instant at)
      implements BookingEvent {}

  /** The payment came to nothing; the client may try again while the hold lasts. */
  record BookingPaymentFailed(BookingId booking, Instant at) implements BookingEvent {}

  /** The payment needs an act of its payer before it can go on. */
  record BookingPaymentWaiting(BookingId booking, Instant at) implements BookingEvent {}

  record BookingConfirmed(BookingId booking, FeeTerms fee, Instant at) implements BookingEvent {}

  /** Money arrived for a booking that is closed already: all of it has to go back. */
  record BookingPaidTooLate(BookingId booking, Instant at) implements BookingEvent {}

  record BookingStarted(BookingId booking, Instant at) implements BookingEvent {}

  record BookingDelivered(BookingId booking, Instant at) implements BookingEvent {}

  /** The client has confirmed the work: what is held may be released under these terms. */
  record BookingCompleted(BookingId booking, FeeTerms fee, Instant at) implements BookingEvent {}

  record BookingExpired(BookingId booking, Instant at) implements BookingEvent {}

  /**
   * The booking is off.
   *
   * @param settlement how to split what the client has paid; empty when nothing has been paid
   */
  record BookingCancelled(
      BookingId booking, CancelledBy by, String reason, Optional<Settlement> settlement, Instant at)
      implements BookingEvent {

    /**
     * The part of a paid service that goes back, with its tax and the whole tip; the rest stays
     * with the provider, less the fee under these terms.
     */
    public record Settlement(Money serviceRefund, FeeTerms fee) {}
  }

  record BookingNoShow(BookingId booking, FeeTerms fee, Instant at) implements BookingEvent {}
}
