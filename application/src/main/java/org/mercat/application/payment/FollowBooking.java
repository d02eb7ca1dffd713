package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.SavedMethods;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingEvent.BookingCancelled;
import org.mercat.domain.booking.BookingEvent.BookingCancelled.Settlement;
import org.mercat.domain.booking.BookingEvent.BookingCompleted;
import org.mercat.domain.booking.BookingEvent.BookingConfirmed;
import org.mercat.domain.booking.BookingEvent.BookingDeclined;
import org.mercat.domain.booking.BookingEvent.BookingDelivered;
import org.mercat.domain.booking.BookingEvent.BookingExpired;
import org.mercat.domain.booking.BookingEvent.BookingNoShow;
import org.mercat.domain.booking.BookingEvent.BookingPaidTooLate;
import org.mercat.domain.booking.BookingEvent.BookingPaymentFailed;
import org.mercat.domain.booking.BookingEvent.BookingPaymentStarted;
import org.mercat.domain.booking.BookingEvent.BookingPaymentWaiting;
import org.mercat.domain.booking.BookingEvent.BookingPlaced;
import org.mercat.domain.booking.BookingEvent.BookingRequested;
import org.mercat.domain.booking.BookingEvent.BookingStarted;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.Capture;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.domain.payment.SavedMethodId;
import org.mercat.domain.shared.Role;

/**
 * A reaction: what the money does because of its booking, in the unit of work of the booking. What
 * the gateway has to do is only stored here; {@link RunOperations} does it after the commit.
 */
public final class FollowBooking {

  private final Payments payments;
  private final PaymentOperations operations;
  private final SavedMethods methods;
  private final RecordPayment recordPayment;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public FollowBooking(
      Payments payments,
      PaymentOperations operations,
      SavedMethods methods,
      RecordPayment recordPayment,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.payments = payments;
    this.operations = operations;
    this.methods = methods;
    this.recordPayment = recordPayment;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  public void handle(BookingEvent event) {
    var now = marketClock.instant();
    switch (event) {
      case BookingPaymentStarted started -> capture(started, now);
      case BookingCompleted(var id, var fee, _) -> change(id, it -> it.release(fee, now));
      case BookingNoShow(var id, var fee, _) -> change(id, it -> it.release(fee, now));
      case BookingCancelled(var id, _, _, var settlement, _) ->
          settlement.ifPresent(terms -> cancel(id, terms, now));
      case BookingPaidTooLate(var id, _) -> change(id, it -> it.refund(all(it), now));
      case BookingRequested _,
          BookingDeclined _,
          BookingPlaced _,
          BookingPaymentFailed _,
          BookingPaymentWaiting _,
          BookingConfirmed _,
          BookingStarted _,
          BookingDelivered _,
          BookingExpired _ -> {
        // The money stays where it is.
      }
    }
  }

  private void capture(BookingPaymentStarted started, Instant now) {
    var charge =
        new Charge(
            started.booking(),
            started.client(),
            started.provider(),
            started.service(),
            started.taxes(),
            started.tip(),
            started.customerFee());
    var open = operations.latest(started.subject(), Step.CAPTURE).filter(PaymentOperation::isOpen);
    if (open.isPresent()) {
      throw new ConcurrencyConflict("an earlier payment is under way");
    }
    payments
        .find(started.booking())
        .ifPresentOrElse(
            earlier -> recordPayment.handle(required(earlier.retry(now))),
            () -> payments.add(Payment.start(charge, now)));
    operations.add(
        PaymentOperation.sent(
            nextAttempt(started.booking()),
            new Capture(charge.total(), method(started)),
            systemClock.instant()));
  }

  /**
   * A method that the client has saved, by its id; anything else is in the words of the gateway,
   * which refuses what it does not know.
   */
  private PaymentMethod method(BookingPaymentStarted started) {
    return SavedMethodId.parse(started.method())
        .flatMap(methods::find)
        .filter(saved -> saved.owner().equals(started.client()))
        .flatMap(SavedMethod::usable)
        .orElseGet(() -> new PaymentMethod(started.method()));
  }

  /** Only a known failure has left the booking payable: so the next attempt is in order. */
  private OperationKey nextAttempt(BookingId booking) {
    return operations
        .latest(BookingEvent.subject(booking), Step.CAPTURE)
        .map(earlier -> earlier.key().next())
        .orElseGet(() -> OperationKey.capture(booking));
  }

  private void cancel(BookingId booking, Settlement terms, Instant now) {
    change(booking, payment -> payment.cancel(terms.serviceRefund(), terms.fee(), now));
  }

  private static RefundRequest all(Payment payment) {
    var rest = payment.rest();
    return new RefundRequest(
        rest.service(), rest.tip(), Role.GUEST, "The money came after the booking had ended.");
  }

  /** A booking without money here is paid to the provider himself: {@link SettleDirectBooking}. */
  private void change(BookingId booking, Function<Payment, Transition> command) {
    payments
        .find(booking)
        .ifPresent(payment -> recordPayment.handle(required(command.apply(payment))));
  }

  private static Transition.Done required(Transition transition) {
    return switch (transition) {
      case Transition.Done done -> done;
      case Transition.Refused(var why) -> throw new ConcurrencyConflict("money: " + why);
    };
  }
}
