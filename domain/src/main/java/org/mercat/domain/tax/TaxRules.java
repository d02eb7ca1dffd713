package org.mercat.domain.tax;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Dated tax rules without contradiction: at most one rate of a tax for a thing, place and day. */
public final class TaxRules {

  private static final TaxRules CANADA = of(CanadianTaxes.rules());

  private final Map<String, TaxRule> byId;
  private final Map<Jurisdiction, List<TaxRule>> byPlace;

  private TaxRules(Map<String, TaxRule> byId, Map<Jurisdiction, List<TaxRule>> byPlace) {
    this.byId = byId;
    this.byPlace = byPlace;
  }

  /** The sales taxes of the thirteen provinces and territories. */
  public static TaxRules canada() {
    return CANADA;
  }

  /**
   * Rules that belong together.
   *
   * @throws IllegalArgumentException if two have one id, or tax the same thing on the same day
   */
  public static TaxRules of(List<TaxRule> rules) {
    for (var later = 1; later < rules.size(); later++) {
      for (var earlier = 0; earlier < later; earlier++) {
        refuseContradiction(rules.get(earlier), rules.get(later));
      }
    }
    return new TaxRules(
        rules.stream().collect(toUnmodifiableMap(TaxRule::id, Function.identity())),
        Map.copyOf(rules.stream().collect(groupingBy(TaxRule::place))));
  }

  private static void refuseContradiction(TaxRule one, TaxRule other) {
    if (one.id().equals(other.id()) || one.contradicts(other)) {
      throw new IllegalArgumentException(
          "tax rules " + one.id() + " and " + other.id() + " cannot stand together");
    }
  }

  /** Whether the taxes of the place are known for that day. */
  public boolean cover(Jurisdiction place, LocalDate day) {
    return rulesOf(place).stream().anyMatch(rule -> rule.isValidOn(day));
  }

  /**
   * The taxes on a supply, in the order of {@link TaxComponent}; none where it is not taxed.
   *
   * @param payableOn the day on which the tax becomes payable, whenever the work is done
   * @throws NoTaxRule if the rules do not {@link #cover} the place on that day
   */
  public List<TaxRate> rates(Jurisdiction place, Supply supply, LocalDate payableOn) {
    if (!cover(place, payableOn)) {
      throw new NoTaxRule(place, payableOn);
    }
    return rulesOf(place).stream()
        .filter(rule -> rule.isValidOn(payableOn) && rule.appliesTo(supply))
        .sorted(Comparator.comparing(TaxRule::component))
        .map(TaxRule::asRate)
        .toList();
  }

  /**
   * The taxes on a supply that becomes payable now; none in a country that the rules know nothing
   * of.
   *
   * @throws NoTaxRule if they know the country, but not the place on that day
   */
  public List<TaxRate> due(Jurisdiction place, Supply supply, Instant now) {
    var foreign = byPlace.keySet().stream().noneMatch(it -> it.country().equals(place.country()));
    return foreign ? List.of() : rates(place, supply, Tax.dayOf(now, place));
  }

  public Optional<TaxRule> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private List<TaxRule> rulesOf(Jurisdiction place) {
    return byPlace.getOrDefault(place, List.of());
  }
}
