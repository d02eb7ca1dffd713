package org.mercat.application.payment;

import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.shared.Permission;

/** Query: who bears chargebacks that are opened now; for administrators. */
public final class ChargebackPolicyInForce {

  public record Query(Caller caller) {}

  /** What was found. */
  public sealed interface Outcome {
    record Found(ChargebackPolicy policy) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final ChargebackPolicies policies;
  private final UnitOfWork unitOfWork;

  public ChargebackPolicyInForce(
      Access access, ChargebackPolicies policies, UnitOfWork unitOfWork) {
    this.access = access;
    this.policies = policies;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.FEE_MANAGE)
        ? new Outcome.Found(unitOfWork.run(policies::inForce))
        : new Outcome.Forbidden();
  }
}
