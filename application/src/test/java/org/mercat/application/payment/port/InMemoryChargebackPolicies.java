package org.mercat.application.payment.port;

import java.time.Instant;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.payment.ChargebackPolicy;

public final class InMemoryChargebackPolicies implements ChargebackPolicies, Store {

  private ChargebackPolicy inForce = ChargebackPolicy.ofTheProvider();

  @Override
  public Runnable snapshot() {
    var copy = inForce;
    return () -> inForce = copy;
  }

  @Override
  public ChargebackPolicy inForce() {
    return inForce;
  }

  @Override
  public void set(ChargebackPolicy policy, Instant now) {
    inForce = policy;
  }
}
