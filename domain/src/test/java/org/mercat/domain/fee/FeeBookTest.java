package org.mercat.domain.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.domain.fee.FeeDirection.PLATFORM_FEE;
import static org.mercat.domain.fee.FeeDirection.REFERRAL_COMMISSION;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.JvmZones;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Zone;

/** What is taken of what a seller sells, and by which rule (PAYMENTS 4). */
class FeeBookTest {

  private static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Zone TORONTO = JvmZones.zone("America/Toronto");
  private static final Currency CAD = Currency.getInstance("CAD");
  private static final ProviderId SELLER = new ProviderId(new UUID(0, 7));
  private static final FeeTariff TARIFF = new FeeTariff(Rate.percent(15), false, 3);

  private static final FeeRule PROMOTION = rule(1, new FeeScope.Promotion(SELLER), 5);
  private static final FeeRule FROM_NOTHING = rule(2, volume(0), 14);
  private static final FeeRule FROM_15_000 = rule(3, volume(1_500_000), 12);
  private static final FeeRule FROM_50_000 = rule(4, volume(5_000_000), 10);
  private static final FeeRule BRONZE = rule(5, new FeeScope.Level(SellerLevel.BRONZE), 13);
  private static final FeeRule GOLD = rule(6, new FeeScope.Level(SellerLevel.GOLD), 11);
  private static final List<FeeRule> ALL =
      List.of(GOLD, FROM_50_000, FROM_NOTHING, PROMOTION, FROM_15_000, BRONZE);

  @Test
  void a_promotion_goes_before_volume_that_before_the_level_and_that_before_the_default() {
    var volumes = List.of(sold(YearMonth.of(2026, 10), 2_000_000));
    var gold = List.of(tier(SellerLevel.GOLD));

    assertThat(rate(book(ALL, gold, volumes))).isEqualTo(resolved(PROMOTION));
    assertThat(rate(book(without(PROMOTION), gold, volumes))).isEqualTo(resolved(FROM_15_000));
    assertThat(rate(book(without(PROMOTION), gold, List.of()))).isEqualTo(resolved(GOLD));
    assertThat(rate(book(without(PROMOTION), List.of(), List.of())))
        .isEqualTo(new ResolvedFee(Rate.percent(15), FeeRuleName.ofTenant(PLATFORM_FEE, 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 14",
    "1499999, 14",
    "1500000, 12",
    "4999999, 12",
    "5000000, 10",
    "9000000000, 10"
  })
  void a_tier_of_volume_begins_at_its_lower_edge(long sales, long percent) {
    var book = book(without(PROMOTION), List.of(), List.of(sold(YearMonth.of(2026, 10), sales)));

    assertThat(rate(book).rate()).isEqualTo(Rate.percent(percent));
  }

  @Test
  void below_the_lowest_tier_and_in_another_currency_volume_says_nothing() {
    var gold = List.of(tier(SellerLevel.GOLD));
    var volumes = List.of(sold(YearMonth.of(2026, 10), 2_000_000));
    var little = List.of(sold(YearMonth.of(2026, 10), 1_499_999));

    assertThat(rate(book(List.of(FROM_15_000, GOLD), gold, little))).isEqualTo(resolved(GOLD));
    assertThat(
            book(without(PROMOTION), gold, volumes)
                .resolve(PLATFORM_FEE, Currency.getInstance("USD"), NOW))
        .isEqualTo(resolved(GOLD));
  }

  @Test
  void a_promotion_has_ended_at_the_moment_of_its_end() {
    var end = NOW.plusSeconds(60);
    var promotion = ended(PROMOTION, end);

    assertThat(resolvedAt(List.of(promotion), end.minusNanos(1)).rate()).isEqualTo(Rate.percent(5));
    assertThat(resolvedAt(List.of(promotion), end).rate()).isEqualTo(Rate.percent(15));
    assertThat(resolvedAt(List.of(PROMOTION), LONG_AGO).rate()).isEqualTo(Rate.percent(5));
    assertThat(resolvedAt(List.of(PROMOTION), LONG_AGO.minusNanos(1)).rate())
        .isEqualTo(Rate.percent(15));
  }

  /** The month is of the seller's calendar; until it is closed the one before it counts. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T04:59:59Z, 2026-10",
    "2026-12-01T05:00:00Z, 2026-11",
    "2027-01-01T04:59:59Z, 2026-11",
    "2027-01-01T05:00:00Z, 2026-11",
    "2027-02-01T05:00:00Z, none",
    "2026-11-01T03:59:59Z, 2026-09"
  })
  void the_last_closed_month_before_this_one_decides(Instant now, String month) {
    var volumes =
        List.of(
            sold(YearMonth.of(2026, 9), 9),
            sold(YearMonth.of(2026, 10), 10),
            sold(YearMonth.of(2026, 11), 11));

    assertThat(book(ALL, List.of(), volumes).volume(CAD, now).map(it -> it.month().toString()))
        .isEqualTo(Optional.of(month).filter(it -> !it.equals("none")));
  }

  @Test
  void a_seller_of_no_level_or_of_one_without_a_rate_pays_the_default() {
    var silver = List.of(tier(SellerLevel.SILVER));

    assertThat(rate(book(List.of(GOLD, BRONZE), silver, List.of())).rate())
        .isEqualTo(Rate.percent(15));
    assertThat(rate(book(List.of(GOLD, BRONZE), List.of(), List.of())).rate())
        .isEqualTo(Rate.percent(15));
  }

  @Test
  void a_commission_is_decided_by_rules_of_its_own_and_is_nothing_by_default() {
    var commission =
        FeeRule.set(
            new FeeRuleId(new UUID(1, 9)),
            REFERRAL_COMMISSION,
            new FeeScope.Level(SellerLevel.GOLD),
            Rate.percent(25),
            FeePeriod.since(LONG_AGO),
            "a reason",
            LONG_AGO);
    var book = book(List.of(PROMOTION, commission), List.of(tier(SellerLevel.GOLD)), List.of());

    assertThat(book.resolve(REFERRAL_COMMISSION, CAD, NOW)).isEqualTo(resolved(commission));
    assertThat(rate(book)).isEqualTo(resolved(PROMOTION));
    assertThat(book(ALL, List.of(), List.of()).resolve(REFERRAL_COMMISSION, CAD, NOW).rate())
        .isEqualTo(Rate.ZERO);
  }

  /**
   * Whatever is in the book, and in whatever order, the rate is that of the first kind there is.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_order_of_the_book_never_matters(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 500; round++) {
      var rules = new ArrayList<>(ALL.stream().filter(_ -> random.nextBoolean()).toList());
      Collections.shuffle(rules, random);
      var sales = random.nextLong(6_000_000);
      var volumes = List.of(sold(YearMonth.of(2026, 10), sales));
      var book = book(rules, List.of(tier(SellerLevel.GOLD)), volumes);

      assertThat(rate(book)).isEqualTo(expected(rules, sales));
    }
  }

  @Test
  void a_rule_ends_once_and_never_in_the_past() {
    var later = NOW.plus(Duration.ofDays(1));

    assertThat(ended(PROMOTION, later).period().until()).contains(later);
    assertThat(ended(PROMOTION, later).version()).isEqualTo(2);
    assertThat(PROMOTION.end(Optional.of(NOW.minusNanos(1)), NOW))
        .isEqualTo(new FeeRule.Transition.Refused(EndRefusal.IN_THE_PAST));
    assertThat(ended(PROMOTION, later).end(Optional.of(later), NOW))
        .isEqualTo(new FeeRule.Transition.Refused(EndRefusal.ENDS_BEFORE));
    assertThat(ended(PROMOTION, NOW).end(Optional.empty(), later))
        .isEqualTo(new FeeRule.Transition.Refused(EndRefusal.ENDS_BEFORE));
    assertThat(ended(ended(PROMOTION, later), NOW).version()).isEqualTo(3);
  }

  @Test
  void a_tier_ends_like_a_rule() {
    var tier = tier(SellerLevel.GOLD);
    var done = (SellerTier.Transition.Done) tier.end(Optional.empty(), NOW);

    assertThat(done.tier().period()).isEqualTo(new FeePeriod(LONG_AGO, Optional.of(NOW)));
    assertThat(done.event())
        .isEqualTo(new SellerTierEvent.SellerTierEnded(tier.id(), SELLER, NOW, NOW));
    assertThat(done.tier().end(Optional.empty(), NOW))
        .isEqualTo(new SellerTier.Transition.Refused(EndRefusal.ENDS_BEFORE));
    assertThat(done.tier().contradicts(tier)).isTrue();
  }

  @Test
  void rules_contradict_each_other_where_they_say_the_same_of_the_same_time() {
    assertThat(PROMOTION.contradicts(ended(PROMOTION, NOW))).isTrue();
    assertThat(FROM_15_000.contradicts(FROM_50_000)).isFalse();
    assertThat(GOLD.contradicts(BRONZE)).isFalse();
  }

  @Test
  void the_name_of_a_rule_is_read_as_it_is_written() {
    for (var rule : ALL) {
      var name = rule.resolved().rule();
      assertThat(FeeRuleName.parse(name.text(), PLATFORM_FEE)).isEqualTo(name);
    }
    assertThat(FeeRuleName.ofTenant(PLATFORM_FEE, 3).text()).isEqualTo("platform-fee:v3");
    assertThat(FeeRuleName.parse("platform-fee:v3", PLATFORM_FEE))
        .isEqualTo(FeeRuleName.ofTenant(PLATFORM_FEE, 3));
    assertThat(rate(book(List.of(), List.of(), List.of())).terms(List.of()))
        .isEqualTo(TARIFF.terms(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "platform-fee", "platform-fee:vx", "tenant:v1", "level:x:v1"})
  void what_is_no_name_is_not_read(String text) {
    assertThatThrownBy(() -> FeeRuleName.parse(text, PLATFORM_FEE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ResolvedFee expected(List<FeeRule> rules, long sales) {
    if (rules.contains(PROMOTION)) {
      return resolved(PROMOTION);
    }
    return rules.stream()
        .filter(rule -> rule.scope() instanceof FeeScope.Volume(var from) && from.minor() <= sales)
        .max(Comparator.comparing(rule -> ((FeeScope.Volume) rule.scope()).from()))
        .or(() -> Optional.of(GOLD).filter(rules::contains))
        .map(FeeBookTest::resolved)
        .orElseGet(() -> rate(book(List.of(), List.of(), List.of())));
  }

  private static ResolvedFee resolvedAt(List<FeeRule> rules, Instant now) {
    return book(rules, List.of(), List.of()).resolve(PLATFORM_FEE, CAD, now);
  }

  private static ResolvedFee rate(FeeBook book) {
    return book.resolve(PLATFORM_FEE, CAD, NOW);
  }

  private static ResolvedFee resolved(FeeRule rule) {
    return rule.resolved();
  }

  private static FeeRule ended(FeeRule rule, Instant at) {
    return ((FeeRule.Transition.Done) rule.end(Optional.of(at), NOW)).rule();
  }

  private static List<FeeRule> without(FeeRule rule) {
    return ALL.stream().filter(it -> !it.equals(rule)).toList();
  }

  private static FeeBook book(
      List<FeeRule> rules, List<SellerTier> tiers, List<VolumeMonth> volumes) {
    return new FeeBook(TARIFF, rules, tiers, volumes, TORONTO);
  }

  private static FeeScope volume(long from) {
    return new FeeScope.Volume(Money.of(from, "CAD"));
  }

  private static FeeRule rule(long id, FeeScope scope, long percent) {
    return FeeRule.set(
        new FeeRuleId(new UUID(1, id)),
        PLATFORM_FEE,
        scope,
        Rate.percent(percent),
        FeePeriod.since(LONG_AGO),
        "a reason",
        LONG_AGO);
  }

  private static SellerTier tier(SellerLevel level) {
    return SellerTier.set(
        new SellerTierId(new UUID(2, 1)),
        SELLER,
        level,
        FeePeriod.since(LONG_AGO),
        "a reason",
        LONG_AGO);
  }

  private static VolumeMonth sold(YearMonth month, long sales) {
    return new VolumeMonth(
        new VolumeMonthId(new UUID(3, month.getMonthValue())),
        SELLER,
        month,
        Money.of(sales, "CAD"),
        1,
        NOW);
  }
}
