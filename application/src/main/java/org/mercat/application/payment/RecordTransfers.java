package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Earnings;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.domain.payment.Earning.Change;
import org.mercat.domain.payment.Earning.Reversal;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.Reverse;

/**
 * Stores all that has become of an earning, inside the unit of work of its caller: the earning, its
 * entries in the ledger, and what the gateway has to bring back.
 */
public final class RecordTransfers {

  private final Earnings earnings;
  private final PaymentOperations operations;
  private final Ledger ledger;
  private final InstantSource systemClock;

  public RecordTransfers(
      Earnings earnings, PaymentOperations operations, Ledger ledger, InstantSource systemClock) {
    this.earnings = earnings;
    this.operations = operations;
    this.ledger = ledger;
    this.systemClock = systemClock;
  }

  public void handle(Change change) {
    earnings.update(change.earning());
    change.entries().forEach(ledger::post);
    change.reversals().forEach(this::ask);
  }

  private void ask(Reversal reversal) {
    var request = new Reverse(reversal.transfer(), reversal.amount());
    operations.add(PaymentOperation.sent(reversal.key(), request, systemClock.instant()));
  }
}
