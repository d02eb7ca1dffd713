package org.mercat.persistence.payment;

import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.ChargebackPolicies;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisChargebackPolicies implements ChargebackPolicies {

  private final Sessions sessions;

  public MyBatisChargebackPolicies(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public ChargebackPolicy inForce() {
    return Optional.ofNullable(mapper().policy())
        .map(ChargebackPolicyRow::toDomain)
        .orElseGet(ChargebackPolicy::ofTheProvider);
  }

  @Override
  public void set(ChargebackPolicy policy, Instant now) {
    if (mapper().setPolicy(ChargebackPolicyRow.of(policy), now) != 1) {
      throw new IllegalStateException("the policy was not stored");
    }
  }

  private ChargebackMapper mapper() {
    return sessions.mapper(ChargebackMapper.class);
  }
}
