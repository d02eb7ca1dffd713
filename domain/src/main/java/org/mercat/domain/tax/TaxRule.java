package org.mercat.domain.tax;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one tax takes of something at one place on some days. The source says where to read it up.
 */
public record TaxRule(
    String id,
    Jurisdiction place,
    TaxComponent component,
    TaxScope scope,
    Levy levy,
    Validity validity,
    String source) {

  /** How the rules that come with the product are called: {@code ca-ns-hst-2025-04-01}. */
  static String nameOf(Jurisdiction place, TaxComponent component, TaxScope scope, LocalDate from) {
    return Stream.of(
            Stream.of(place.country(), place.subdivision(), component.name()),
            scope.category().map(TaxCategory::slug).stream(),
            Stream.of(from.toString()))
        .flatMap(parts -> parts)
        .collect(Collectors.joining("-"))
        .toLowerCase(Locale.ROOT);
  }

  boolean isValidOn(LocalDate day) {
    return validity.includes(day);
  }

  /** Whether on some day both would tax the same thing twice. */
  boolean contradicts(TaxRule other) {
    return place.equals(other.place)
        && taxesTwiceWith(other)
        && scope.meets(other.scope)
        && validity.overlaps(other.validity);
  }

  /** Whether this one is of every category, and the other one says the same of one alone. */
  boolean yieldsTo(TaxRule other) {
    return scope.category().isEmpty()
        && other.scope.category().isPresent()
        && taxesTwiceWith(other);
  }

  /** HST has all other taxes in it. */
  private boolean taxesTwiceWith(TaxRule other) {
    return component == other.component || isHarmonized() || other.isHarmonized();
  }

  private boolean isHarmonized() {
    return component == TaxComponent.HST;
  }

  TaxRate asRate() {
    return new TaxRate(component, levy.rate(), levy.share(), id);
  }
}
