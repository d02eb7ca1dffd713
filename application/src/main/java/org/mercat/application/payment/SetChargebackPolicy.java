package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicyEvent.ChargebackPolicySet;
import org.mercat.domain.shared.Permission;

/** An administrator decides who bears chargebacks; those that are open keep their policy. */
public final class SetChargebackPolicy {

  public record Command(Caller caller, ChargebackPolicy policy) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Set(ChargebackPolicy policy) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final ChargebackPolicies policies;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public SetChargebackPolicy(
      Access access,
      ChargebackPolicies policies,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.policies = policies;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    return access.may(command.caller(), Permission.FEE_MANAGE)
        ? unitOfWork.run(() -> set(command.policy()))
        : new Outcome.Forbidden();
  }

  private Outcome set(ChargebackPolicy policy) {
    var now = marketClock.instant();
    policies.set(policy, now);
    outbox.append(new ChargebackPolicySet(policy, now));
    return new Outcome.Set(policy);
  }
}
