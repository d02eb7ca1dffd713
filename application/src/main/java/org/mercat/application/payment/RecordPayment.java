package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentEvent.RefundStarted;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.Refund;

/**
 * Stores all that a command has made of a payment, inside the unit of work of its caller: the
 * payment, its entries in the ledger, what the provider has earned, the refund that the gateway has
 * to make, and the events.
 */
public final class RecordPayment {

  private final Payments payments;
  private final PaymentOperations operations;
  private final Ledger ledger;
  private final RecordEarning recordEarning;
  private final EventOutbox outbox;
  private final InstantSource systemClock;

  public RecordPayment(
      Payments payments,
      PaymentOperations operations,
      Ledger ledger,
      RecordEarning recordEarning,
      EventOutbox outbox,
      InstantSource systemClock) {
    this.payments = payments;
    this.operations = operations;
    this.ledger = ledger;
    this.recordEarning = recordEarning;
    this.outbox = outbox;
    this.systemClock = systemClock;
  }

  public void handle(Transition.Done done) {
    payments.update(done.payment());
    done.entries().forEach(ledger::post);
    recordEarning.handle(done);
    for (var event : done.events()) {
      if (event instanceof RefundStarted started) {
        operations.add(refund(done.payment(), started));
      }
      outbox.append(event);
    }
  }

  private PaymentOperation refund(Payment payment, RefundStarted started) {
    var captured =
        payment
            .reference()
            .orElseThrow(() -> new IllegalStateException("nothing captured: " + started));
    return PaymentOperation.sent(
        OperationKey.refund(started.booking(), payment.refunds()),
        new Refund(captured, started.amount()),
        systemClock.instant());
  }
}
