package org.mercat.domain.tax;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.shared.Rate;

/**
 * The rate of one tax at one place from a day on, and until a day (exclusive) if another rule is
 * known to follow. The source says where to read it up.
 */
public record TaxRule(
    String id,
    Jurisdiction place,
    TaxComponent component,
    Set<Supply> supplies,
    Rate rate,
    LocalDate from,
    Optional<LocalDate> to,
    String source) {

  public TaxRule {
    supplies = Set.copyOf(supplies);
    if (supplies.isEmpty() || to.filter(end -> !from.isBefore(end)).isPresent()) {
      throw new IllegalArgumentException("rule " + id + " never applies");
    }
  }

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
  }

  boolean appliesTo(Supply supply) {
    return supplies.contains(supply);
  }

  /** Whether on some day both would tax the same thing twice: HST has all other taxes in it. */
  boolean contradicts(TaxRule other) {
    return place.equals(other.place)
        && (component == other.component || isHarmonized() || other.isHarmonized())
        && supplies.stream().anyMatch(other::appliesTo)
        && to.map(other.from::isBefore).orElse(true)
        && other.to.map(from::isBefore).orElse(true);
  }

  private boolean isHarmonized() {
    return component == TaxComponent.HST;
  }

  TaxRate asRate() {
    return new TaxRate(component, rate, id);
  }
}
