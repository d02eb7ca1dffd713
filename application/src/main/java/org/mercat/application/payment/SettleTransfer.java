package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Earnings.Leg;
import org.mercat.application.payment.port.Payouts;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.Earning.Change;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.Request.Reverse;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.ProviderFunds;
import org.mercat.domain.payment.Transfer;

/**
 * What follows from a transfer that was made or was not, or that has come back, inside the unit of
 * work of its caller. With its last transfer a payout goes on to the bank.
 */
public final class SettleTransfer {

  private final Earnings earnings;
  private final Payouts payouts;
  private final CountFunds countFunds;
  private final RecordTransfers recordTransfers;
  private final RecordPayout recordPayout;
  private final InstantSource marketClock;

  public SettleTransfer(
      Earnings earnings,
      Payouts payouts,
      CountFunds countFunds,
      RecordTransfers recordTransfers,
      RecordPayout recordPayout,
      InstantSource marketClock) {
    this.earnings = earnings;
    this.payouts = payouts;
    this.countFunds = countFunds;
    this.recordTransfers = recordTransfers;
    this.recordPayout = recordPayout;
    this.marketClock = marketClock;
  }

  public void handle(PaymentOperation settled) {
    var now = marketClock.instant();
    var booking = settled.key().booking();
    var earning =
        earnings
            .find(booking)
            .orElseThrow(() -> new IllegalStateException("nothing earned with " + booking));
    change(earning, settled, now)
        .ifPresent(
            change -> {
              recordTransfers.handle(change);
              if (settled.request() instanceof Request.Transfer) {
                earning
                    .numbered(settled.key().number())
                    .ifPresent(transfer -> legEnded(transfer.payout(), now));
              }
            });
  }

  private static Optional<Change> change(Earning earning, PaymentOperation settled, Instant now) {
    return switch (settled.state()) {
      case State.Done(_, var reference) ->
          settled.request() instanceof Reverse(var transfer, var amount)
              ? earning.reversed(settled.key(), transfer, amount, now)
              : earning.transferred(settled.key(), reference, now);
      case State.Failed(_, var why) ->
          settled.request() instanceof Reverse(var transfer, var amount)
              ? earning.reversalFailed(transfer, amount)
              : earning.transferFailed(settled.key(), why);
      case State.Sent _, State.Unanswered _, State.Waiting _ -> Optional.empty();
    };
  }

  /** Its version is read before the legs, so that of two last legs one has to look again. */
  private void legEnded(PayoutId id, Instant now) {
    payouts
        .find(id)
        .flatMap(payout -> payout.transfersEnded(legs(id), funds(payout), now))
        .ifPresent(recordPayout::handle);
  }

  private List<Transfer> legs(PayoutId payout) {
    return earnings.legsOf(payout).stream().map(Leg::transfer).toList();
  }

  private ProviderFunds funds(Payout payout) {
    return countFunds.handle(new CountFunds.Query(payout.provider(), payout.amount().currency()));
  }
}
