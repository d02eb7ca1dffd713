package org.mercat.domain.payment;

import java.time.Instant;
import java.util.UUID;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to the policy of who bears chargebacks. */
public sealed interface ChargebackPolicyEvent extends DomainEvent {

  /** Chargebacks that are opened from now on are borne by somebody else. */
  record ChargebackPolicySet(ChargebackPolicy policy, Instant at) implements ChargebackPolicyEvent {

    /** The platform of a tenant is one, and needs no id. */
    private static final Subject PLATFORM = new Subject("platform", new UUID(0, 0));

    @Override
    public Subject subject() {
      return PLATFORM;
    }
  }
}
