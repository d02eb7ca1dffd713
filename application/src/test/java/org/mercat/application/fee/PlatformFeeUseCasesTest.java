package org.mercat.application.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.fee.port.InMemoryPlatformFees;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.PlatformFeeSet;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;

class PlatformFeeUseCasesTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final Caller ADMIN = caller(Role.ADMIN);
  private static final FeeTariff TEN = new FeeTariff(Rate.percent(10), true, 1);

  private final Access access = new AccessRules();
  private final InMemoryPlatformFees fees = new InMemoryPlatformFees();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(fees, outbox);
  private final PlatformFeeInForce inForce = new PlatformFeeInForce(access, fees, unitOfWork);
  private final SetPlatformFee setFee =
      new SetPlatformFee(access, fees, outbox, unitOfWork, InstantSource.fixed(NOW));

  @Test
  void an_administrator_sees_the_tariff_in_force() {
    assertThat(inForce.handle(new PlatformFeeInForce.Query(ADMIN)))
        .isEqualTo(new PlatformFeeInForce.Outcome.Found(FeeTariff.INITIAL));
  }

  @Test
  void nobody_else_sees_it() {
    assertThat(inForce.handle(new PlatformFeeInForce.Query(caller(Role.PROVIDER))))
        .isEqualTo(new PlatformFeeInForce.Outcome.Forbidden());
  }

  @Test
  void an_administrator_sets_the_next_tariff() {
    assertThat(setFee.handle(ten(ADMIN, 0))).isEqualTo(new SetPlatformFee.Outcome.Set(TEN));

    assertThat(fees.inForce()).isEqualTo(TEN);
    assertThat(outbox.events()).containsExactly(new PlatformFeeSet(TEN, NOW));
  }

  @Test
  void nobody_else_sets_it() {
    assertThat(setFee.handle(ten(caller(Role.CLIENT), 0)))
        .isEqualTo(new SetPlatformFee.Outcome.Forbidden());
  }

  @Test
  void a_tariff_that_the_caller_has_not_seen_is_not_replaced() {
    assertThat(setFee.handle(ten(ADMIN, 0))).isEqualTo(new SetPlatformFee.Outcome.Set(TEN));

    assertThat(setFee.handle(ten(ADMIN, 0))).isEqualTo(new SetPlatformFee.Outcome.Stale());
  }

  private static SetPlatformFee.Command ten(Caller caller, long version) {
    return new SetPlatformFee.Command(caller, version, Rate.percent(10), true);
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
