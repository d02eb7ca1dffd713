package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.EventOutbox;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.PayOut;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.Change;
import org.mercat.domain.payment.Payout.State;
import org.mercat.domain.payment.PayoutEvent;

/**
 * Stores all that has become of a payout, inside the unit of work of its caller: the payout, its
 * entries in the ledger, what the gateway has to do, the events, and when it is tried again after a
 * failure.
 */
public final class RecordPayout {

  private final Payouts payouts;
  private final PayoutPlans plans;
  private final Payees payees;
  private final PaymentOperations operations;
  private final Ledger ledger;
  private final EventOutbox outbox;
  private final InstantSource systemClock;

  public RecordPayout(
      Payouts payouts,
      PayoutPlans plans,
      Payees payees,
      PaymentOperations operations,
      Ledger ledger,
      EventOutbox outbox,
      InstantSource systemClock) {
    this.payouts = payouts;
    this.plans = plans;
    this.payees = payees;
    this.operations = operations;
    this.ledger = ledger;
    this.outbox = outbox;
    this.systemClock = systemClock;
  }

  public void handle(Change change) {
    var payout = change.payout();
    payouts.update(payout);
    change.entries().forEach(ledger::post);
    change.events().forEach(outbox::append);
    switch (payout.state()) {
      case State.Paying _ -> operations.add(payOut(payout));
      case State.Failed(var at, var why) ->
          plans.find(payout.provider()).ifPresent(plan -> plans.update(plan.failed(why, at)));
      case State.Pending _, State.Transferring _, State.Paid _ -> {
        // The gateway has been asked, or has done its part.
      }
    }
  }

  private PaymentOperation payOut(Payout payout) {
    var key =
        operations
            .latest(PayoutEvent.subject(payout.id()), Step.PAY_OUT)
            .map(failed -> failed.key().next())
            .orElseGet(() -> OperationKey.payOut(payout.id()));
    var payee =
        payees
            .find(payout.provider())
            .flatMap(Payee::reference)
            .orElseThrow(() -> new IllegalStateException("nobody to pay out: " + payout));
    return PaymentOperation.sent(key, new PayOut(payee, payout.amount()), systemClock.instant());
  }
}
