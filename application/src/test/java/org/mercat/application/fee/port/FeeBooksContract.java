package org.mercat.application.fee.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.fee.VolumeMonth;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** What every adapter of {@link FeeBooks} promises, where nothing is set yet. */
public interface FeeBooksContract extends WithProviders {

  Instant NOW = SampleProviders.NOW;
  Instant BEFORE = NOW.minus(Duration.ofDays(1));
  Currency CAD = Currency.getInstance("CAD");

  FeeBooks books();

  PlatformFees fees();

  FeeRules rules();

  SellerTiers tiers();

  VolumeMonths volumes();

  @Test
  default void before_anybody_sets_anything_there_is_the_initial_tariff() {
    var provider = registered();

    assertThat(book(provider).tariff()).isEqualTo(FeeTariff.INITIAL);
    assertThat(book(provider).zone().id()).isEqualTo(ZoneId.of("America/Toronto"));
    assertThat(in(() -> books().ofOwner(provider.owner(), NOW))).contains(book(provider));
    assertThat(in(() -> books().of(new ProviderId(UUID.randomUUID()), NOW))).isEmpty();
    var nobody = anybody();
    assertThat(in(() -> books().ofOwner(nobody, NOW))).isEmpty();
  }

  @Test
  default void what_goes_before_is_found_one_after_the_other() {
    var provider = registered();
    assertSource(provider, FeeSource.TENANT, 15);

    add(new FeeScope.Level(SellerLevel.GOLD), 11);
    assertSource(provider, FeeSource.TENANT, 15);
    level(provider, SellerLevel.GOLD);
    assertSource(provider, FeeSource.LEVEL, 11);

    add(new FeeScope.Volume(Money.of(1_500_000, "CAD")), 12);
    assertSource(provider, FeeSource.LEVEL, 11);
    sold(provider, YearMonth.of(2026, 10), 1_500_000);
    assertSource(provider, FeeSource.VOLUME, 12);

    add(new FeeScope.Promotion(provider.id()), 5);
    assertSource(provider, FeeSource.PROMOTION, 5);
    assertSource(registered(), FeeSource.TENANT, 15);
  }

  @Test
  default void what_has_not_begun_or_has_ended_is_not_in_the_book() {
    var provider = registered();
    add(
        new FeeScope.Promotion(provider.id()),
        5,
        new FeePeriod(NOW.minusSeconds(60), Optional.of(NOW)));
    add(new FeeScope.Promotion(provider.id()), 6, FeePeriod.since(NOW.plusMillis(1)));

    assertSource(provider, FeeSource.TENANT, 15);
  }

  @Test
  default void a_month_that_is_too_long_ago_says_nothing() {
    var provider = registered();
    add(new FeeScope.Volume(Money.of(0, "CAD")), 12);
    sold(provider, YearMonth.of(2026, 8), 100);
    assertSource(provider, FeeSource.TENANT, 15);

    sold(provider, YearMonth.of(2026, 9), 100);
    assertSource(provider, FeeSource.VOLUME, 12);
  }

  private void assertSource(Provider provider, FeeSource source, long percent) {
    var fee = book(provider).resolve(FeeDirection.PLATFORM_FEE, CAD, NOW);
    assertThat(fee.rule().source()).isEqualTo(source);
    assertThat(fee.rate()).isEqualTo(Rate.percent(percent));
  }

  private FeeBook book(Provider provider) {
    return in(() -> books().of(provider.id(), NOW)).orElseThrow();
  }

  private void add(FeeScope scope, long percent) {
    add(scope, percent, FeePeriod.since(NOW));
  }

  private void add(FeeScope scope, long percent, FeePeriod period) {
    var id = in(() -> rules().nextId());
    var rate = Rate.percent(percent);
    var rule = FeeRule.set(id, FeeDirection.PLATFORM_FEE, scope, rate, period, "a reason", BEFORE);
    assertThat(in(() -> rules().add(rule))).isEqualTo(FeeRules.Addition.ADDED);
  }

  private void level(Provider provider, SellerLevel level) {
    var id = in(() -> tiers().nextId());
    var tier = SellerTier.set(id, provider.id(), level, FeePeriod.since(NOW), "a reason", NOW);
    assertThat(in(() -> tiers().add(tier))).isEqualTo(SellerTiers.Addition.ADDED);
  }

  private void sold(Provider provider, YearMonth month, long sales) {
    var id = in(() -> volumes().nextId());
    var closed = new VolumeMonth(id, provider.id(), month, Money.of(sales, "CAD"), 1, NOW);
    assertThat(
            in(
                () -> {
                  volumes().close(closed);
                  return closed;
                }))
        .isEqualTo(closed);
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
