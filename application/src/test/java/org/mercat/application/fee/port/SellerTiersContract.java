package org.mercat.application.fee.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.fee.port.SellerTiers.Addition;
import org.mercat.application.fee.port.SellerTiers.Selection;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.fee.SellerTier;
import org.mercat.domain.provider.ProviderId;

/** What every adapter of {@link SellerTiers} promises, where nothing is set yet. */
public interface SellerTiersContract extends WithProviders {

  Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  Instant LATER = NOW.plus(Duration.ofDays(30));
  Selection EVERYTHING = new Selection(Optional.empty(), Optional.empty());

  SellerTiers tiers();

  @Test
  default void a_seller_is_of_one_level_at_a_time() {
    var seller = registered().id();
    var silver = tier(seller, SellerLevel.SILVER, new FeePeriod(NOW, Optional.of(LATER)));
    assertThat(add(silver)).isEqualTo(Addition.ADDED);

    assertThat(add(tier(seller, SellerLevel.GOLD, FeePeriod.since(LATER.minusMillis(1)))))
        .isEqualTo(Addition.OVERLAP);
    assertThat(add(tier(seller, SellerLevel.GOLD, FeePeriod.since(LATER))))
        .isEqualTo(Addition.ADDED);
    assertThat(add(tier(registered().id(), SellerLevel.BRONZE, FeePeriod.since(NOW))))
        .isEqualTo(Addition.ADDED);
    assertThat(in(() -> tiers().find(silver.id()))).contains(silver);
  }

  @Test
  default void what_was_is_found_after_its_end() {
    var seller = registered().id();
    var silver = tier(seller, SellerLevel.SILVER, FeePeriod.since(NOW));
    assertThat(add(silver)).isEqualTo(Addition.ADDED);
    var ended = ended(silver, LATER);
    update(ended);
    var gold = tier(seller, SellerLevel.GOLD, FeePeriod.since(LATER));
    assertThat(add(gold)).isEqualTo(Addition.ADDED);

    assertThat(page(of(seller, LATER.minusMillis(1)))).containsExactly(ended);
    assertThat(page(of(seller, LATER))).containsExactly(gold);
    assertThat(page(of(seller, NOW.minusMillis(1)))).isEmpty();
    assertThat(page(EVERYTHING)).containsExactly(gold, ended);
    assertThat(
            in(() -> tiers().page(EVERYTHING, new PageRequest(1, Optional.of(gold.id().value()))))
                .items())
        .containsExactly(ended);
  }

  @Test
  default void of_two_ends_the_first_stands() {
    var silver = tier(registered().id(), SellerLevel.SILVER, FeePeriod.since(NOW));
    assertThat(add(silver)).isEqualTo(Addition.ADDED);
    update(ended(silver, LATER));

    assertThatThrownBy(() -> update(ended(silver, LATER.plusSeconds(1))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThat(in(() -> tiers().find(tiers().nextId()))).isEmpty();
  }

  private static Selection of(ProviderId seller, Instant at) {
    return new Selection(Optional.of(seller), Optional.of(at));
  }

  private static SellerTier ended(SellerTier tier, Instant at) {
    return ((SellerTier.Transition.Done) tier.end(Optional.of(at), NOW)).tier();
  }

  private SellerTier tier(ProviderId seller, SellerLevel level, FeePeriod period) {
    var id = in(() -> tiers().nextId());
    return SellerTier.set(id, seller, level, period, "a reason", NOW);
  }

  private Addition add(SellerTier tier) {
    return in(() -> tiers().add(tier));
  }

  private void update(SellerTier tier) {
    assertThat(
            in(
                () -> {
                  tiers().update(tier);
                  return tier;
                }))
        .isEqualTo(tier);
  }

  private List<SellerTier> page(Selection selection) {
    return in(() -> tiers().page(selection, new PageRequest(100, Optional.empty()))).items();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
