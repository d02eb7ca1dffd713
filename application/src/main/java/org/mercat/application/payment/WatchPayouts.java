package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.Period;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;

/**
 * Reads the payouts of the last days again: a bank may send one back for five working days after
 * the gateway has called it paid (docs.stripe.com/payouts), and the event that tells so may get
 * lost. Run by a job.
 */
public final class WatchPayouts {

  /** Five working days with a weekend, and two holidays. */
  static final Period COMES_BACK = Period.ofDays(9);

  private static final System.Logger LOG = System.getLogger(WatchPayouts.class.getName());

  private final PaymentOperations operations;
  private final PaymentGateway gateway;
  private final SettleOperation settleOperation;
  private final UnitOfWork unitOfWork;
  private final InstantSource systemClock;

  public WatchPayouts(
      PaymentOperations operations,
      PaymentGateway gateway,
      SettleOperation settleOperation,
      UnitOfWork unitOfWork,
      InstantSource systemClock) {
    this.operations = operations;
    this.gateway = gateway;
    this.settleOperation = settleOperation;
    this.unitOfWork = unitOfWork;
    this.systemClock = systemClock;
  }

  /** Returns how many payouts have come back. */
  public long handle() {
    var now = systemClock.instant();
    return unitOfWork
        .run(() -> operations.done(Step.PAY_OUT, now.minus(COMES_BACK), now.plusNanos(1)))
        .stream()
        .filter(this::hasComeBack)
        .count();
  }

  /** One that cannot be read now is read again when the job runs again. */
  private boolean hasComeBack(PaymentOperation payout) {
    if (!(payout.state() instanceof State.Done(_, var reference))) {
      return false;
    }
    try {
      return gateway.payout(reference) instanceof Outcome.Done<PayoutView>(var view, _)
          && view.stateAt(systemClock.instant()) instanceof State.Failed failed
          && settleOperation.handle(new SettleOperation.Command(payout.key(), failed))
              instanceof SettleOperation.Outcome.Failed;
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "payout " + payout.key().text() + " is to be read again", failure);
      return false;
    }
  }
}
