package org.mercat.application.fee.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.shared.Rate;

/** What every adapter of {@link PlatformFees} promises. */
public interface PlatformFeesContract {

  Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  PlatformFees fees();

  UnitOfWork unitOfWork();

  @Test
  default void the_initial_tariff_is_in_force_before_anybody_sets_one() {
    assertThat(inForce()).isEqualTo(FeeTariff.INITIAL);
  }

  @Test
  default void the_tariff_of_the_highest_version_is_in_force() {
    var first = add(FeeTariff.INITIAL.next(Rate.percent(10), true));
    assertThat(inForce()).isEqualTo(first);

    var second = add(first.next(Rate.ZERO, false));
    assertThat(inForce()).isEqualTo(second);
  }

  @Test
  default void a_version_is_kept_once() {
    var first = add(FeeTariff.INITIAL.next(Rate.percent(10), true));

    assertThatThrownBy(() -> add(FeeTariff.INITIAL.next(Rate.percent(11), true)))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(inForce()).isEqualTo(first);
  }

  private FeeTariff inForce() {
    return unitOfWork().run(() -> fees().inForce());
  }

  @CanIgnoreReturnValue
  private FeeTariff add(FeeTariff tariff) {
    return unitOfWork()
        .run(
            () -> {
              fees().add(tariff, NOW);
              return tariff;
            });
  }
}
