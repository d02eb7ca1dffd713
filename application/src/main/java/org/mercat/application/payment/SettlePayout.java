package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.Payouts;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.Payout.Change;
import org.mercat.domain.payment.PayoutId;

/**
 * What follows when a provider's bank has got a payout, or has not, or has sent it back, inside the
 * unit of work of its caller. What the provider owes of the money that is at the gateway again is
 * asked back at once.
 */
public final class SettlePayout {

  private final Payouts payouts;
  private final RecordPayout recordPayout;
  private final TakeBackDebt takeBackDebt;
  private final InstantSource marketClock;

  public SettlePayout(
      Payouts payouts,
      RecordPayout recordPayout,
      TakeBackDebt takeBackDebt,
      InstantSource marketClock) {
    this.payouts = payouts;
    this.recordPayout = recordPayout;
    this.takeBackDebt = takeBackDebt;
    this.marketClock = marketClock;
  }

  public void handle(PaymentOperation settled) {
    var id = new PayoutId(settled.key().subject().id());
    var payout = payouts.find(id).orElseThrow(() -> new IllegalStateException("no payout " + id));
    change(payout, settled, marketClock.instant()).ifPresent(this::follow);
  }

  private void follow(Change change) {
    recordPayout.handle(change);
    var payout = change.payout();
    if (payout.state() instanceof Payout.State.Failed) {
      takeBackDebt.handle(new TakeBackDebt.Command(payout.provider(), payout.amount().currency()));
    }
  }

  private static Optional<Change> change(Payout payout, PaymentOperation settled, Instant now) {
    return switch (settled.state()) {
      case State.Done(_, var reference) -> payout.paid(settled.key(), reference, now);
      case State.Failed(_, var why) -> payout.failed(settled.key(), why, now);
      case State.Sent _, State.Unanswered _, State.Waiting _ -> Optional.empty();
    };
  }
}
