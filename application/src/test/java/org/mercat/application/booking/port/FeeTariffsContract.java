package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.FeeTariffs.InForce;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;

/** What every adapter of {@link FeeTariffs} promises. */
public interface FeeTariffsContract extends WithProviders {

  Instant NOW = SampleProviders.NOW;

  FeeTariffs tariffs();

  PlatformFees fees();

  FeeRules rules();

  @Test
  default void the_initial_tariff_is_in_force_until_another_is_set() {
    var inForce = of(registered());

    assertThat(inForce.fee().terms(List.of())).isEqualTo(FeeTariff.INITIAL.terms(List.of()));
    assertThat(inForce.taxOnFee()).isFalse();
    assertThat(inForce.payer()).isEqualTo(new Jurisdiction("CA", "ON"));
  }

  @Test
  default void the_last_tariff_that_was_set_is_in_force() {
    var first = FeeTariff.INITIAL.next(Rate.percent(10), false);
    var second = first.next(Rate.percent(12), true);
    set(first);
    set(second);

    var inForce = of(registered(SampleProviders.bareProfile("Bare Bones")));

    assertThat(inForce.fee().terms(List.of())).isEqualTo(second.terms(List.of()));
    assertThat(inForce.taxOnFee()).isTrue();
    assertThat(inForce.payer()).isEqualTo(new Jurisdiction("CA", "QC"));
  }

  @Test
  default void a_promotion_is_for_its_provider_alone_and_only_for_its_time() {
    var provider = registered();
    var end = NOW.plusSeconds(60);
    var promotion =
        FeeRule.set(
            in(() -> rules().nextId()),
            FeeDirection.PLATFORM_FEE,
            new FeeScope.Promotion(provider.id()),
            Rate.percent(5),
            new FeePeriod(NOW, Optional.of(end)),
            "a new shop",
            NOW);
    assertThat(in(() -> rules().add(promotion))).isEqualTo(FeeRules.Addition.ADDED);

    assertThat(at(provider, end.minusMillis(1)).fee().rate()).isEqualTo(Rate.percent(5));
    assertThat(at(provider, end).fee().rate()).isEqualTo(Rate.percent(15));
    assertThat(of(registered()).fee().rate()).isEqualTo(Rate.percent(15));
    assertThat(of(provider).fee().rule().text())
        .isEqualTo("promotion:" + promotion.id().value() + ":v1");
  }

  @Test
  default void clients_pay_nothing_on_top_until_a_rule_says_so_and_a_providers_own_goes_first() {
    var provider = registered();
    assertThat(onTop(provider)).isEmpty();
    var all = customerFee(new FeeScope.Everybody());
    assertThat(in(() -> rules().add(all))).isEqualTo(FeeRules.Addition.ADDED);
    var own = customerFee(new FeeScope.Promotion(provider.id()));
    assertThat(onTop(provider)).contains(all);
    assertThat(in(() -> rules().add(own))).isEqualTo(FeeRules.Addition.ADDED);

    assertThat(onTop(provider)).contains(own);
    assertThat(onTop(registered())).contains(all);
    var second = customerFee(new FeeScope.Everybody());
    assertThat(in(() -> rules().add(second))).isEqualTo(FeeRules.Addition.OVERLAP);
  }

  private FeeRule customerFee(FeeScope scope) {
    return FeeRule.set(
        in(() -> rules().nextId()),
        FeeDirection.CUSTOMER_FEE,
        scope,
        Rate.percent(5),
        Optional.of(new OnTop(Optional.of(Money.of(100, "CAD")), true, false)),
        FeePeriod.since(NOW),
        "a service for clients",
        NOW);
  }

  private Optional<FeeRule> onTop(Provider provider) {
    return in(() -> tariffs().onTop(provider.id(), Currency.getInstance("CAD"), NOW));
  }

  private InForce of(Provider provider) {
    return at(provider, NOW);
  }

  private InForce at(Provider provider, Instant instant) {
    return in(() -> tariffs().of(provider.id(), Currency.getInstance("CAD"), instant));
  }

  private void set(FeeTariff tariff) {
    var done =
        in(
            () -> {
              fees().add(tariff, NOW);
              return tariff;
            });
    assertThat(done).isEqualTo(tariff);
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
