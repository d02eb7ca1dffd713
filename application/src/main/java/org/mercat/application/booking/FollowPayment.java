package org.mercat.application.booking;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Booking.Refusal;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingEvent.BookingPaidTooLate;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.PaymentEvent;
import org.mercat.domain.payment.PaymentEvent.MoneyReleased;
import org.mercat.domain.payment.PaymentEvent.PaymentAgreed;
import org.mercat.domain.payment.PaymentEvent.PaymentCaptured;
import org.mercat.domain.payment.PaymentEvent.PaymentDeclined;
import org.mercat.domain.payment.PaymentEvent.PaymentUnanswered;
import org.mercat.domain.payment.PaymentEvent.PaymentWaiting;
import org.mercat.domain.payment.PaymentEvent.RefundFailed;
import org.mercat.domain.payment.PaymentEvent.RefundPaid;
import org.mercat.domain.payment.PaymentEvent.RefundStarted;
import org.mercat.domain.shared.Role;

/** A reaction: what a booking does because of its money, in the unit of work of the payment. */
public final class FollowPayment {

  private final Bookings bookings;
  private final FeeTariffs tariffs;
  private final TaxesInForce taxes;
  private final EventOutbox outbox;
  private final InstantSource clock;

  public FollowPayment(
      Bookings bookings,
      FeeTariffs tariffs,
      TaxesInForce taxes,
      EventOutbox outbox,
      InstantSource clock) {
    this.bookings = bookings;
    this.tariffs = tariffs;
    this.taxes = taxes;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void handle(PaymentEvent event) {
    var now = clock.instant();
    switch (event) {
      case PaymentCaptured(var id, _, _) -> confirm(booking(id), now);
      case PaymentAgreed(var id, _) -> confirm(booking(id), now);
      case PaymentDeclined(var id, _, _) -> store(booking(id).paymentFailed(now));
      case PaymentWaiting(var id, _) -> store(booking(id).paymentWaits(now));
      case RefundStarted(var id, _, var whole, var by, var reason, _) when whole ->
          store(booking(id).refundedWhole(cancelledBy(by), reason, now));
      case RefundStarted _, RefundPaid _, RefundFailed _, PaymentUnanswered _, MoneyReleased _ -> {
        // The booking stays as it is: these are matters of its money alone.
      }
    }
  }

  private void confirm(Booking booking, Instant now) {
    switch (booking.confirm(terms(booking, now), now)) {
      case Transition.Refused(var why) when why == Refusal.HOLD_EXPIRED ->
          outbox.append(new BookingPaidTooLate(booking.id(), now));
      case Transition.Refused(var why) ->
          throw new IllegalStateException(booking.id() + " is paid, but cannot be: " + why);
      case Transition.Done done -> store(done);
    }
  }

  private FeeTerms terms(Booking booking, Instant now) {
    var agreed = booking.terms();
    var currency = agreed.price().service().currency();
    return tariffs.of(agreed.provider(), currency, now).terms(taxes, now);
  }

  /** A refusal means that the booking is past that already, and there is nothing to do. */
  private void store(Transition transition) {
    if (transition instanceof Transition.Done(var next, var events)) {
      bookings.update(next);
      events.forEach(outbox::append);
    }
  }

  private static CancelledBy cancelledBy(Role by) {
    return switch (by) {
      case CLIENT -> CancelledBy.CLIENT;
      case PROVIDER -> CancelledBy.PROVIDER;
      case ADMIN, SUPER_ADMIN -> CancelledBy.ADMIN;
      case GUEST, DRIVER -> CancelledBy.SYSTEM;
    };
  }

  private Booking booking(BookingId id) {
    return bookings
        .find(id)
        .orElseThrow(() -> new IllegalStateException("a payment without a booking: " + id));
  }
}
