package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.List;
import org.mercat.application.payment.DecidePayouts.Decided;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.payment.port.Payouts;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Permission;

/** A provider asks to be paid out now what is due, whatever its schedule. */
public final class RequestPayout {

  public record Command(Caller caller) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The payouts, one for each currency, as far as they have come. */
    record Started(List<Payout> payouts) implements Outcome {
      public Started {
        payouts = List.copyOf(payouts);
      }
    }

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}

    /** A payout has failed, and the provider's account is not in order. */
    record Paused() implements Outcome {}

    /** Nothing, too little, or a payout is under way, or the gateway does not pay out yet. */
    record NothingDue() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final PayoutPlans plans;
  private final Payouts payouts;
  private final DecidePayouts decidePayouts;
  private final RunOperations runOperations;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public RequestPayout(
      Access access,
      PayeeProfiles profiles,
      PayoutPlans plans,
      Payouts payouts,
      DecidePayouts decidePayouts,
      RunOperations runOperations,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.profiles = profiles;
    this.plans = plans;
    this.payouts = payouts;
    this.decidePayouts = decidePayouts;
    this.runOperations = runOperations;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  private sealed interface Decision {
    record Made(List<Decided> decided) implements Decision {}

    record Not(Outcome why) implements Decision {}
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    var decision =
        unitOfWork.run(
            () ->
                profiles
                    .of(command.caller().user())
                    .map(own -> decide(own.provider()))
                    .orElseGet(() -> new Decision.Not(new Outcome.NoProfile())));
    return switch (decision) {
      case Decision.Not(var why) -> why;
      case Decision.Made(var decided) -> started(decided);
    };
  }

  private Decision decide(ProviderId provider) {
    var plan = plans.find(provider).orElseGet(() -> planned(provider));
    if (plan.paused()) {
      return new Decision.Not(new Outcome.Paused());
    }
    var decision = decidePayouts.handle(new DecidePayouts.Command(provider, payouts.nextBatch()));
    if (decision.decided().isEmpty()) {
      return new Decision.Not(new Outcome.NothingDue());
    }
    plans.update(plan.looked(decision.look(), marketClock.instant()));
    return new Decision.Made(decision.decided());
  }

  /** A payout that fails pauses a plan: so there has to be one. */
  private PayoutPlan planned(ProviderId provider) {
    var plan = PayoutPlan.first(provider, plans.zoneOf(provider), marketClock.instant());
    plans.add(plan);
    return plan;
  }

  private Outcome started(List<Decided> decided) {
    decided.forEach(payout -> payout.toRun().forEach(this::run));
    return new Outcome.Started(
        unitOfWork.run(
            () -> decided.stream().flatMap(it -> payouts.find(it.payout()).stream()).toList()));
  }

  private void run(Subject subject) {
    var _ = runOperations.handle(new RunOperations.Command(subject));
  }
}
