package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.PayoutEvent.PayoutsResumed;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/**
 * An administrator lets a provider be paid out again, whose account could not take a payout. By
 * itself it is when the gateway says that something about the account has changed; this is for
 * accounts about which nothing changes any more.
 */
public final class LiftPause {

  public record Command(Caller caller, ProviderId provider) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The provider is paid out by its schedule, also if it was before. */
    record Lifted(PayoutPlan plan) implements Outcome {}

    record Forbidden() implements Outcome {}

    /** The provider has never earned anything nor chosen a schedule. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final PayoutPlans plans;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public LiftPause(
      Access access,
      PayoutPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.plans = plans;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.PAYOUT_RELEASE)
        ? SecondTry.at(() -> unitOfWork.run(() -> lift(command.provider())))
        : new Outcome.Forbidden();
  }

  private Outcome lift(ProviderId provider) {
    return plans
        .find(provider)
        .<Outcome>map(plan -> new Outcome.Lifted(plan.paused() ? resumed(plan) : plan))
        .orElseGet(Outcome.NotFound::new);
  }

  private PayoutPlan resumed(PayoutPlan paused) {
    var plan = paused.resumed();
    plans.update(plan);
    outbox.append(new PayoutsResumed(plan.provider(), marketClock.instant()));
    return plan;
  }
}
