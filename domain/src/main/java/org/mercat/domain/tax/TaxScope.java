package org.mercat.domain.tax;

import java.util.Optional;
import java.util.Set;

/** What a rule speaks of: kinds of supply, in every category or in one alone. */
public record TaxScope(Set<Supply> supplies, Optional<TaxCategory> category) {

  /** Whatever is sold. */
  public static final TaxScope EVERYTHING = of(Set.of(Supply.values()));

  public TaxScope {
    supplies = Set.copyOf(supplies);
    if (supplies.isEmpty()) {
      throw new IllegalArgumentException("a rule of nothing");
    }
  }

  /** These kinds of supply, in every category. */
  public static TaxScope of(Set<Supply> supplies) {
    return new TaxScope(supplies, Optional.empty());
  }

  boolean includes(Supply supply, Optional<TaxCategory> sold) {
    return supplies.contains(supply) && (category.isEmpty() || category.equals(sold));
  }

  /** Whether neither goes before the other where both speak of the same thing. */
  boolean meets(TaxScope other) {
    return category.equals(other.category) && supplies.stream().anyMatch(other.supplies::contains);
  }
}
