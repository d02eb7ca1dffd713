package org.mercat.domain.fee;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Zone;

/**
 * All that decides how much is taken of what one seller sells, at one time (PAYMENTS 4): a
 * promotion goes before the tier of its volume, that before its level, that before the default.
 *
 * @param tariff the default of the tenant
 * @param rules those for everybody and those for the seller
 * @param tiers when the seller was of which level
 * @param volumes what it has sold, in months that are closed
 * @param zone whose calendar says what a month is
 */
public record FeeBook(
    FeeTariff tariff,
    List<FeeRule> rules,
    List<SellerTier> tiers,
    List<VolumeMonth> volumes,
    Zone zone) {

  /** Until the month before is closed, the one before that says how much a seller sells: 2 back. */
  public static final int OLDEST_MONTH = 2;

  public FeeBook {
    rules = List.copyOf(rules);
    tiers = List.copyOf(tiers);
    volumes = List.copyOf(volumes);
  }

  /** What is taken of a price in that currency. Where nobody has set a commission, none is paid. */
  public ResolvedFee resolve(FeeDirection direction, Currency currency, Instant now) {
    return Stream.<Optional<FeeRule>>of(
            first(direction, now, FeeScope.Promotion.class, _ -> true),
            ofVolume(direction, currency, now),
            level(now).flatMap(level -> ofLevel(direction, level, now)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(FeeRule::resolved)
        .orElseGet(() -> ofTenant(direction));
  }

  /** The rule by which clients pay on top of a price in that currency. */
  public Optional<FeeRule> onTop(Currency currency, Instant now) {
    return onTop(rules, currency, now);
  }

  /**
   * Of the rules for one seller and for all, the one by which clients pay on top of a price in that
   * currency: that for the seller goes before that for all. Without one they pay nothing.
   */
  public static Optional<FeeRule> onTop(List<FeeRule> rules, Currency currency, Instant now) {
    return rules.stream()
        .filter(rule -> rule.direction() == FeeDirection.CUSTOMER_FEE)
        .filter(rule -> rule.period().contains(now))
        .filter(rule -> rule.onTop().filter(it -> it.isFor(currency)).isPresent())
        .min(Comparator.comparing(rule -> rule.scope().source()));
  }

  /** The level of the seller, if it is of one. */
  public Optional<SellerLevel> level(Instant now) {
    return tiers.stream()
        .filter(tier -> tier.period().contains(now))
        .map(SellerTier::level)
        .findFirst();
  }

  /** The promotion that the seller enjoys, if any. */
  public Optional<FeeRule> promotion(FeeDirection direction, Instant now) {
    return first(direction, now, FeeScope.Promotion.class, _ -> true);
  }

  /** The month whose sales decide now: the newest of the two before this one that is closed. */
  public Optional<VolumeMonth> volume(Currency currency, Instant now) {
    var present = YearMonth.from(zone.dayOf(now));
    return volumes.stream()
        .filter(volume -> volume.sales().currency().equals(currency))
        .filter(volume -> volume.month().isBefore(present))
        .filter(volume -> !volume.month().isBefore(present.minusMonths(OLDEST_MONTH)))
        .max(Comparator.comparing(VolumeMonth::month));
  }

  /** The tiers of volume that are in force, the lowest first. */
  public List<FeeRule> volumeTiers(FeeDirection direction, Currency currency, Instant now) {
    return inForce(direction, now)
        .filter(rule -> edge(rule).filter(from -> from.currency().equals(currency)).isPresent())
        .sorted(Comparator.comparing(rule -> edge(rule).orElseThrow()))
        .toList();
  }

  private Optional<FeeRule> ofVolume(FeeDirection direction, Currency currency, Instant now) {
    return volume(currency, now)
        .flatMap(
            volume ->
                volumeTiers(direction, currency, now).reversed().stream()
                    .filter(rule -> edge(rule).orElseThrow().compareTo(volume.sales()) <= 0)
                    .findFirst());
  }

  private Optional<FeeRule> ofLevel(FeeDirection direction, SellerLevel level, Instant now) {
    return first(direction, now, FeeScope.Level.class, scope -> scope.level() == level);
  }

  private <S extends FeeScope> Optional<FeeRule> first(
      FeeDirection direction, Instant now, Class<S> kind, Predicate<S> which) {
    return inForce(direction, now)
        .filter(rule -> kind.isInstance(rule.scope()) && which.test(kind.cast(rule.scope())))
        .findFirst();
  }

  private Stream<FeeRule> inForce(FeeDirection direction, Instant now) {
    return rules.stream()
        .filter(rule -> rule.direction() == direction && rule.period().contains(now));
  }

  private ResolvedFee ofTenant(FeeDirection direction) {
    return switch (direction) {
      case PLATFORM_FEE ->
          new ResolvedFee(tariff.rate(), FeeRuleName.ofTenant(direction, tariff.version()));
      case REFERRAL_COMMISSION, CUSTOMER_FEE ->
          new ResolvedFee(Rate.ZERO, FeeRuleName.ofTenant(direction, 0));
    };
  }

  private static Optional<Money> edge(FeeRule rule) {
    return rule.scope() instanceof FeeScope.Volume(var from) ? Optional.of(from) : Optional.empty();
  }
}
