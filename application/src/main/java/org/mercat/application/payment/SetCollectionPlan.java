package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** A provider says how its clients pay: it holds for what is booked from then on. */
public final class SetCollectionPlan {

  /**
   * What the provider wants.
   *
   * @param instructions for clients who pay without a gateway
   */
  public record Command(Caller caller, Mode mode, Optional<String> instructions) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(CollectionPlan plan) implements Outcome {}

    /** Only providers are paid. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final CollectionPlans plans;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SetCollectionPlan(
      Access access,
      PayeeProfiles profiles,
      CollectionPlans plans,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.profiles = profiles;
    this.plans = plans;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(command.caller().user())
                .<Outcome>map(own -> new Outcome.Set(set(own.provider(), command)))
                .orElseGet(Outcome.NoProfile::new));
  }

  private CollectionPlan set(ProviderId provider, Command command) {
    var change =
        plans
            .find(provider)
            .orElseGet(() -> CollectionPlan.first(provider))
            .set(command.mode(), command.instructions(), clock.instant());
    plans.store(change.plan());
    outbox.append(change.event());
    return change.plan();
  }
}
