package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** A provider says when it wants to be paid out. */
public final class SetPayoutSchedule {

  public record Command(Caller caller, PayoutSchedule schedule) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(PayoutPlan plan) implements Outcome {}

    /** Only providers are paid out. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final PayoutPlans plans;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public SetPayoutSchedule(
      Access access,
      PayeeProfiles profiles,
      PayoutPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.profiles = profiles;
    this.plans = plans;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(command.caller().user())
                .<Outcome>map(own -> new Outcome.Set(set(own.provider(), command.schedule())))
                .orElseGet(Outcome.NoProfile::new));
  }

  private PayoutPlan set(ProviderId provider, PayoutSchedule schedule) {
    var now = marketClock.instant();
    var earlier = plans.find(provider);
    var change =
        earlier
            .orElseGet(() -> PayoutPlan.first(provider, plans.zoneOf(provider), now))
            .set(schedule, now);
    if (earlier.isPresent()) {
      plans.update(change.plan());
    } else {
      plans.add(change.plan());
    }
    outbox.append(change.event());
    return change.plan();
  }
}
