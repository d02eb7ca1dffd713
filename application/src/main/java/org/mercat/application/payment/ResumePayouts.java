package org.mercat.application.payment;

import org.mercat.application.payment.port.PayoutPlans;
import org.mercat.domain.payment.PayeeEvent.PayeeChanged;
import org.mercat.domain.payment.PayoutPlan;

/** A reaction: a provider whose account is in order again is paid out again. */
public final class ResumePayouts {

  private final PayoutPlans plans;

  public ResumePayouts(PayoutPlans plans) {
    this.plans = plans;
  }

  public void handle(PayeeChanged event) {
    if (event.payoutsEnabled()) {
      plans
          .find(event.provider())
          .filter(PayoutPlan::paused)
          .ifPresent(plan -> plans.update(plan.resumed()));
    }
  }
}
