package org.mercat.application.payment;

import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.DirectBookings;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.booking.BookingEvent.BookingPlaced;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.payment.DirectBooking;
import org.mercat.domain.payment.InvoiceDue;
import org.mercat.domain.payment.PaymentEvent.PaymentAgreed;

/**
 * A reaction: a booking with a provider whom his clients pay himself stands at once, in the unit of
 * work that has placed it. {@link SettleDirectBooking} bills it after the commit.
 */
public final class AgreeDirectPayment {

  private final CollectionPlans plans;
  private final DirectBookings directBookings;
  private final EventOutbox outbox;

  public AgreeDirectPayment(
      CollectionPlans plans, DirectBookings directBookings, EventOutbox outbox) {
    this.plans = plans;
    this.directBookings = directBookings;
    this.outbox = outbox;
  }

  public void handle(BookingPlaced event) {
    plans
        .find(event.provider())
        .filter(plan -> plan.mode() == Mode.OFFLINE)
        .ifPresent(plan -> agree(event, plan));
  }

  private void agree(BookingPlaced event, CollectionPlan plan) {
    var until = event.slot().to().plus(DirectBooking.TIME_TO_PAY);
    directBookings.add(event.booking(), InvoiceDue.at(until, plan.instructions()));
    outbox.append(new PaymentAgreed(event.booking(), event.at()));
  }
}
