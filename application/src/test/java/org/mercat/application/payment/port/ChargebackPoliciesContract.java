package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;

/** What every adapter of {@link ChargebackPolicies} promises. */
public interface ChargebackPoliciesContract {

  Instant NOW = Instant.parse("2026-11-16T12:00:00Z");

  ChargebackPolicies policies();

  UnitOfWork unitOfWork();

  @Test
  default void the_provider_bears_until_somebody_decides_otherwise() {
    assertThat(inForce()).isEqualTo(new ChargebackPolicy(Bearer.PROVIDER, false));
    assertThat(set(new ChargebackPolicy(Bearer.PLATFORM, false)).bearer())
        .isEqualTo(Bearer.PLATFORM);
    assertThat(set(new ChargebackPolicy(Bearer.PROVIDER, true)).feePassedOn()).isTrue();
    assertThat(set(ChargebackPolicy.ofTheProvider())).isEqualTo(ChargebackPolicy.ofTheProvider());
  }

  private ChargebackPolicy set(ChargebackPolicy policy) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  policies().set(policy, NOW);
                  return policies().inForce();
                });
    assertThat(stored).isEqualTo(policy);
    return inForce();
  }

  private ChargebackPolicy inForce() {
    return unitOfWork().run(policies()::inForce);
  }
}
