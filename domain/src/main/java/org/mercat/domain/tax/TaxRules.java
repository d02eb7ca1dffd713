package org.mercat.domain.tax;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

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

  /** Whether the taxes of the place are known for that day: from its first rule on. */
  public boolean cover(Jurisdiction place, LocalDate day) {
    return at(place).stream().anyMatch(rule -> !day.isBefore(rule.validity().from()));
  }

  /** The taxes on a supply of no particular category. */
  public List<TaxRate> rates(Jurisdiction place, Supply supply, LocalDate payableOn) {
    return rates(place, supply, Optional.empty(), payableOn);
  }

  /**
   * The taxes on a supply, in the order of {@link TaxComponent}; none where it is not taxed. A rule
   * for its category goes before one for all.
   *
   * @param payableOn the day on which the tax becomes payable, whenever the work is done
   * @throws NoTaxRule if the rules do not {@link #cover} the place on that day
   */
  public List<TaxRate> rates(
      Jurisdiction place, Supply supply, Optional<TaxCategory> category, LocalDate payableOn) {
    if (!cover(place, payableOn)) {
      throw new NoTaxRule(place, payableOn);
    }
    var applicable =
        at(place).stream()
            .filter(rule -> rule.isValidOn(payableOn) && rule.scope().includes(supply, category))
            .toList();
    return applicable.stream()
        .filter(rule -> applicable.stream().noneMatch(rule::yieldsTo))
        .sorted(Comparator.comparing(TaxRule::component))
        .map(TaxRule::asRate)
        .toList();
  }

  /**
   * The taxes on a supply; none at a place that the rules know nothing of.
   *
   * @param payableOn the day on which the tax becomes payable, by the calendar of the place
   * @throws NoTaxRule if they know the place, but not on that day yet
   */
  public List<TaxRate> due(
      Jurisdiction place, Supply supply, Optional<TaxCategory> category, LocalDate payableOn) {
    return at(place).isEmpty() ? List.of() : rates(place, supply, category, payableOn);
  }

  public Optional<TaxRule> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What is known of a place. */
  public List<TaxRule> at(Jurisdiction place) {
    return byPlace.getOrDefault(place, List.of());
  }
}
