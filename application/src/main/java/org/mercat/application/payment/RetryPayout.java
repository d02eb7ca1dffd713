package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.ProviderFunds;
import org.mercat.domain.shared.Permission;

/**
 * An administrator sends a payout that has failed to the bank once more, and lets the provider be
 * paid out again.
 */
public final class RetryPayout {

  public record Command(Caller caller, PayoutId payout) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The payout, as far as it has come. */
    record Started(Payout payout) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** It has not failed, its money has been paid out since, or another payout is under way. */
    record Refused() implements Outcome {}
  }

  private final Access access;
  private final Payouts payouts;
  private final PayoutPlans plans;
  private final CountFunds countFunds;
  private final RecordPayout recordPayout;
  private final RunOperations runOperations;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public RetryPayout(
      Access access,
      Payouts payouts,
      PayoutPlans plans,
      CountFunds countFunds,
      RecordPayout recordPayout,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.payouts = payouts;
    this.plans = plans;
    this.countFunds = countFunds;
    this.recordPayout = recordPayout;
    this.runOperations = runOperations;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PAYOUT_RELEASE)) {
      return new Outcome.Forbidden();
    }
    var outcome = SecondTry.at(() -> decide(command.payout()));
    return outcome instanceof Outcome.Started(var payout) ? run(payout) : outcome;
  }

  /** Of two who retry at the same moment, the second one finds the payout under way. */
  private Outcome decide(PayoutId id) {
    return unitOfWork.run(() -> payouts.find(id).map(this::retry).orElseGet(Outcome.NotFound::new));
  }

  private Outcome retry(Payout payout) {
    var isFree = payouts.underWay(payout.provider(), payout.amount().currency()).isEmpty();
    return Optional.of(payout)
        .filter(_ -> isFree)
        .flatMap(failed -> failed.retry(funds(failed), marketClock.instant()))
        .<Outcome>map(
            change -> {
              recordPayout.handle(change);
              plans.find(payout.provider()).ifPresent(plan -> plans.update(plan.resumed()));
              return new Outcome.Started(change.payout());
            })
        .orElseGet(Outcome.Refused::new);
  }

  private Outcome run(Payout payout) {
    var subject = PayoutEvent.subject(payout.id());
    var _ = runOperations.handle(new RunOperations.Command(subject));
    return unitOfWork.run(
        () ->
            payouts
                .find(payout.id())
                .<Outcome>map(Outcome.Started::new)
                .orElseGet(Outcome.NotFound::new));
  }

  private ProviderFunds funds(Payout payout) {
    return countFunds.handle(new CountFunds.Query(payout.provider(), payout.amount().currency()));
  }
}
