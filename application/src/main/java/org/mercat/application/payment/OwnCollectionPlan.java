package org.mercat.application.payment;

import org.mercat.application.payment.port.CollectionPlans;
import org.mercat.application.payment.port.PayeeProfiles;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.shared.Permission;

/** How the clients of the provider pay that the caller is. */
public final class OwnCollectionPlan {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(CollectionPlan plan) implements Outcome {}

    /** Only providers are paid. */
    record Forbidden() implements Outcome {}

    record NoProfile() implements Outcome {}
  }

  private final Access access;
  private final PayeeProfiles profiles;
  private final CollectionPlans plans;
  private final UnitOfWork unitOfWork;

  public OwnCollectionPlan(
      Access access, PayeeProfiles profiles, CollectionPlans plans, UnitOfWork unitOfWork) {
    this.access = access;
    this.profiles = profiles;
    this.plans = plans;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            profiles
                .of(query.caller().user())
                .map(
                    own ->
                        plans
                            .find(own.provider())
                            .orElseGet(() -> CollectionPlan.first(own.provider())))
                .<Outcome>map(Outcome.Found::new)
                .orElseGet(Outcome.NoProfile::new));
  }
}
