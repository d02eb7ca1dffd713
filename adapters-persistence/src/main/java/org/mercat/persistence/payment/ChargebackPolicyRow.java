package org.mercat.persistence.payment;

import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;

/** Table {@code chargeback_policy}. */
record ChargebackPolicyRow(Bearer bearer, boolean feePassedOn) {

  static ChargebackPolicyRow of(ChargebackPolicy policy) {
    return new ChargebackPolicyRow(policy.bearer(), policy.feePassedOn());
  }

  ChargebackPolicy toDomain() {
    return new ChargebackPolicy(bearer, feePassedOn);
  }
}
