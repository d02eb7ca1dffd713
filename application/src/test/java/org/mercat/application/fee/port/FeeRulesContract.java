package org.mercat.application.fee.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.fee.port.FeeRules.Addition;
import org.mercat.application.fee.port.FeeRules.Selection;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** What every adapter of {@link FeeRules} promises, where nothing is set yet. */
public interface FeeRulesContract extends WithProviders {

  Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  Instant EARLIER = NOW.minus(Duration.ofDays(1));
  Instant LATER = NOW.plus(Duration.ofDays(30));
  FeeScope GOLD = new FeeScope.Level(SellerLevel.GOLD);
  Selection EVERYTHING =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  FeeRules rules();

  @Test
  default void what_was_set_is_found_again_as_it_was() {
    for (var scope :
        List.of(GOLD, volume(1_500_000, "CAD"), new FeeScope.Promotion(registered().id()))) {
      var rule = rule(scope, new FeePeriod(NOW, Optional.of(LATER)));
      assertThat(add(rule)).isEqualTo(Addition.ADDED);
      assertThat(find(rule)).contains(rule);
    }
    assertThat(in(() -> rules().find(rules().nextId()))).isEmpty();
  }

  @Test
  default void two_rules_do_not_say_different_things_of_one_time() {
    assertThat(add(rule(GOLD, new FeePeriod(NOW, Optional.of(LATER))))).isEqualTo(Addition.ADDED);

    assertThat(add(rule(GOLD, FeePeriod.since(LATER.minusMillis(1))))).isEqualTo(Addition.OVERLAP);
    assertThat(add(rule(GOLD, FeePeriod.since(NOW.minusMillis(1))))).isEqualTo(Addition.OVERLAP);
    assertThat(page(EVERYTHING)).hasSize(1);

    assertThat(add(rule(GOLD, FeePeriod.since(LATER)))).isEqualTo(Addition.ADDED);
    assertThat(add(rule(new FeeScope.Level(SellerLevel.SILVER), FeePeriod.since(NOW))))
        .isEqualTo(Addition.ADDED);
    assertThat(add(commission(GOLD))).isEqualTo(Addition.ADDED);
  }

  @Test
  default void tiers_differ_by_edge_and_currency_and_promotions_by_seller() {
    var first = registered().id();
    var second = registered().id();
    for (var scope :
        List.of(
            volume(0, "CAD"),
            volume(1, "CAD"),
            volume(0, "USD"),
            new FeeScope.Promotion(first),
            new FeeScope.Promotion(second))) {
      assertThat(add(rule(scope, FeePeriod.since(NOW)))).isEqualTo(Addition.ADDED);
      assertThat(add(rule(scope, FeePeriod.since(LATER)))).isEqualTo(Addition.OVERLAP);
    }
  }

  @Test
  default void a_rule_that_has_ended_makes_room_for_the_next() {
    var rule = rule(GOLD, FeePeriod.since(NOW));
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    var ended = ended(rule, LATER);

    update(ended);

    assertThat(find(rule)).contains(ended);
    assertThat(add(rule(GOLD, FeePeriod.since(LATER)))).isEqualTo(Addition.ADDED);
  }

  @Test
  default void a_rule_that_never_began_is_in_nobodys_way() {
    var rule = rule(GOLD, FeePeriod.since(LATER));
    assertThat(add(rule)).isEqualTo(Addition.ADDED);

    update(ended(rule, NOW));

    assertThat(add(rule(GOLD, FeePeriod.since(NOW)))).isEqualTo(Addition.ADDED);
  }

  @Test
  default void of_two_ends_the_first_stands() {
    var rule = rule(GOLD, FeePeriod.since(NOW));
    assertThat(add(rule)).isEqualTo(Addition.ADDED);
    update(ended(rule, LATER));

    assertThatThrownBy(() -> update(ended(rule, LATER.plusSeconds(1))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(find(rule)).contains(ended(rule, LATER));
  }

  @Test
  default void rules_are_selected_by_what_they_are_for_and_when_they_hold() {
    var seller = registered().id();
    var promotion = rule(new FeeScope.Promotion(seller), new FeePeriod(NOW, Optional.of(LATER)));
    var gold = rule(GOLD, FeePeriod.since(NOW));
    var commission = commission(GOLD);
    for (var rule : List.of(promotion, gold, commission)) {
      assertThat(add(rule)).isEqualTo(Addition.ADDED);
    }

    assertThat(page(EVERYTHING)).containsExactly(commission, gold, promotion);
    assertThat(page(select(FeeDirection.REFERRAL_COMMISSION))).containsExactly(commission);
    assertThat(page(select(FeeSource.LEVEL))).containsExactly(commission, gold);
    assertThat(page(of(seller, NOW))).containsExactly(promotion);
    assertThat(page(of(seller, LATER))).isEmpty();
    assertThat(page(of(registered().id(), NOW))).isEmpty();
  }

  @Test
  default void the_last_set_come_first_a_page_at_a_time() {
    var first = rule(GOLD, FeePeriod.since(NOW));
    var second = rule(volume(0, "CAD"), FeePeriod.since(NOW));
    var third = rule(volume(1, "CAD"), FeePeriod.since(NOW));
    for (var rule : List.of(first, second, third)) {
      assertThat(add(rule)).isEqualTo(Addition.ADDED);
    }

    var page = in(() -> rules().page(EVERYTHING, new PageRequest(2, Optional.empty())));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(in(() -> rules().page(EVERYTHING, new PageRequest(2, page.next()))).items())
        .containsExactly(first);
  }

  private static Selection select(FeeDirection direction) {
    return new Selection(
        Optional.of(direction), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Selection select(FeeSource source) {
    return new Selection(Optional.empty(), Optional.of(source), Optional.empty(), Optional.empty());
  }

  private static Selection of(ProviderId seller, Instant at) {
    return new Selection(Optional.empty(), Optional.empty(), Optional.of(seller), Optional.of(at));
  }

  private static FeeScope volume(long from, String currency) {
    return new FeeScope.Volume(Money.of(from, currency));
  }

  private static FeeRule ended(FeeRule rule, Instant at) {
    return ((FeeRule.Transition.Done) rule.end(Optional.of(at), NOW)).rule();
  }

  private FeeRule commission(FeeScope scope) {
    return set(FeeDirection.REFERRAL_COMMISSION, scope, FeePeriod.since(NOW));
  }

  private FeeRule rule(FeeScope scope, FeePeriod period) {
    return set(FeeDirection.PLATFORM_FEE, scope, period);
  }

  private FeeRule set(FeeDirection direction, FeeScope scope, FeePeriod period) {
    var id = in(() -> rules().nextId());
    return FeeRule.set(id, direction, scope, new Rate(123_456), period, "a reason", EARLIER);
  }

  private Addition add(FeeRule rule) {
    return in(() -> rules().add(rule));
  }

  private void update(FeeRule rule) {
    assertThat(
            in(
                () -> {
                  rules().update(rule);
                  return rule;
                }))
        .isEqualTo(rule);
  }

  private Optional<FeeRule> find(FeeRule rule) {
    return in(() -> rules().find(rule.id()));
  }

  private List<FeeRule> page(Selection selection) {
    return in(() -> rules().page(selection, new PageRequest(100, Optional.empty()))).items();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
