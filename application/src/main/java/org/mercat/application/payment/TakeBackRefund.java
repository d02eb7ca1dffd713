package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Payments;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.MoneyState.Holder;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.Refund;
import org.mercat.domain.payment.ReturnedRefund;

/**
 * What follows when the client's bank sends a refund back that had reached it, inside the unit of
 * work of its caller: the money is where it was before, and the client is owed it again.
 */
public final class TakeBackRefund {

  private final Payments payments;
  private final Earnings earnings;
  private final RecordPayment recordPayment;
  private final InstantSource marketClock;

  public TakeBackRefund(
      Payments payments,
      Earnings earnings,
      RecordPayment recordPayment,
      InstantSource marketClock) {
    this.payments = payments;
    this.earnings = earnings;
    this.recordPayment = recordPayment;
    this.marketClock = marketClock;
  }

  /**
   * Books it.
   *
   * @throws IllegalStateException if so much has never gone back: the operation must not be called
   *     failed then
   */
  public void handle(PaymentOperation settled, FailureCode why) {
    var booking = settled.key().booking();
    var payment =
        payments
            .find(booking)
            .orElseThrow(() -> new IllegalStateException("no money of " + booking));
    if (!(settled.request() instanceof Refund(_, var amount))) {
      throw new IllegalStateException("no refund: " + settled.key().text());
    }
    var returned = new ReturnedRefund(settled.key(), amount, why);
    switch (returned.of(payment, holder(booking), marketClock.instant())) {
      case Transition.Done done -> recordPayment.handle(done);
      case Transition.Refused(var refusal) ->
          throw new IllegalStateException("has never gone back: " + returned + ", " + refusal);
    }
  }

  private Holder holder(BookingId booking) {
    return earnings.find(booking).isPresent() ? Holder.EARNERS : Holder.ESCROW;
  }
}
