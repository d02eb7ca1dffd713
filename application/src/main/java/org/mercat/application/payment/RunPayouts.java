package org.mercat.application.payment;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.DecidePayouts.Decided;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.PayoutPlans.Unplanned;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.PayoutBatchId;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Pays out the providers whose time has come, each in a unit of work of its own; what the gateway
 * has to do follows after the commit. Run by a job, on several nodes at once if need be.
 */
public final class RunPayouts {

  private static final System.Logger LOG = System.getLogger(RunPayouts.class.getName());
  private static final int PLANNED_AT_ONCE = 200;
  private static final int MOST = 1_000;

  /** A turn of one provider. */
  private record Turn(ProviderId provider, List<Decided> decided) {}

  private final PayoutPlans plans;
  private final Payouts payouts;
  private final DecidePayouts decidePayouts;
  private final RunOperations runOperations;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public RunPayouts(
      PayoutPlans plans,
      Payouts payouts,
      DecidePayouts decidePayouts,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.plans = plans;
    this.payouts = payouts;
    this.decidePayouts = decidePayouts;
    this.runOperations = runOperations;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /** Returns how many payouts have been decided. */
  public int handle() {
    unitOfWork.run(() -> plans.unplanned(PLANNED_AT_ONCE)).forEach(this::plan);
    var batch = unitOfWork.run(payouts::nextBatch);
    var decided = 0;
    for (var turns = 0; turns < MOST; turns++) {
      var turn = turn(batch);
      if (turn.isEmpty()) {
        break;
      }
      decided += turn.get().decided().size();
      turn.get().decided().forEach(payout -> payout.toRun().forEach(this::run));
    }
    return decided;
  }

  /** Another node may have been here meanwhile. */
  private void plan(Unplanned unplanned) {
    var _ =
        SecondTry.at(
            () ->
                unitOfWork.run(
                    () -> {
                      var provider = unplanned.provider();
                      if (plans.find(provider).isEmpty()) {
                        var zone = plans.zoneOf(provider);
                        plans.add(PayoutPlan.first(provider, zone, unplanned.earnedAt()));
                      }
                      return Boolean.TRUE;
                    }));
  }

  /** What goes wrong with one provider must not keep the others from being paid out. */
  private Optional<Turn> turn(PayoutBatchId batch) {
    var seen = new ArrayList<ProviderId>();
    try {
      return SecondTry.at(() -> unitOfWork.run(() -> next(batch, seen)));
    } catch (RuntimeException failure) {
      if (seen.isEmpty()) {
        throw failure;
      }
      var provider = seen.getLast();
      LOG.log(Level.WARNING, "the payout of " + provider + " is to be tried again", failure);
      var _ = SecondTry.at(() -> unitOfWork.run(() -> postponed(provider)));
      return Optional.of(new Turn(provider, List.of()));
    }
  }

  private Optional<Turn> next(PayoutBatchId batch, List<ProviderId> seen) {
    return plans
        .lockDue(marketClock.instant())
        .map(
            plan -> {
              seen.add(plan.provider());
              var decision =
                  decidePayouts.handle(new DecidePayouts.Command(plan.provider(), batch));
              plans.update(plan.looked(decision.look(), marketClock.instant()));
              return new Turn(plan.provider(), decision.decided());
            });
  }

  private boolean postponed(ProviderId provider) {
    plans.find(provider).ifPresent(plan -> plans.update(plan.postponed(marketClock.instant())));
    return true;
  }

  /** What stays undone {@link RecoverOperations} finds. */
  private void run(Subject subject) {
    try {
      var outcome = runOperations.handle(new RunOperations.Command(subject));
      LOG.log(Level.DEBUG, "{0}: {1}", subject, outcome);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the operations of " + subject + " stay open", failure);
    }
  }
}
