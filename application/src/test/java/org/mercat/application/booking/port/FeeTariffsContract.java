package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.FeeTariffs.InForce;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;

/** What every adapter of {@link FeeTariffs} promises. */
public interface FeeTariffsContract extends WithProviders {

  FeeTariffs tariffs();

  PlatformFees fees();

  @Test
  default void the_initial_tariff_is_in_force_until_another_is_set() {
    assertThat(of(registered()))
        .isEqualTo(new InForce(FeeTariff.INITIAL, new Jurisdiction("CA", "ON")));
  }

  @Test
  default void the_last_tariff_that_was_set_is_in_force() {
    var first = FeeTariff.INITIAL.next(Rate.percent(10), true);
    var second = first.next(Rate.percent(12), false);
    set(first);
    set(second);

    assertThat(of(registered(SampleProviders.bareProfile("Bare Bones"))))
        .isEqualTo(new InForce(second, new Jurisdiction("CA", "QC")));
  }

  private InForce of(Provider provider) {
    return unitOfWork().run(() -> tariffs().of(provider.id()));
  }

  private void set(FeeTariff tariff) {
    var done =
        unitOfWork()
            .run(
                () -> {
                  fees().add(tariff, SampleProviders.NOW);
                  return tariff;
                });
    assertThat(done).isEqualTo(tariff);
  }
}
