package org.mercat.application.payment.port;

import java.time.Instant;
import org.mercat.domain.payment.ChargebackPolicy;

/**
 * Driven port: who bears chargebacks in this market. Every adapter must pass {@code
 * ChargebackPoliciesContract}.
 */
public interface ChargebackPolicies {

  /** {@link ChargebackPolicy#ofTheProvider()} before anybody has set another one. */
  ChargebackPolicy inForce();

  /** From now on this one is in force. */
  void set(ChargebackPolicy policy, Instant now);
}
