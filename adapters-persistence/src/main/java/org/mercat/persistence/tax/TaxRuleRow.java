package org.mercat.persistence.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRule;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.domain.tax.TaxScope;
import org.mercat.domain.tax.Validity;

/** Table {@code tax_rule}, column for component. */
record TaxRuleRow(
    UUID id,
    String name,
    String country,
    String subdivision,
    TaxComponent component,
    String supplies,
    String category,
    long ratePpm,
    long sharePpm,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source,
    Instant recordedFrom,
    @Nullable Instant recordedTo) {

  private static final String ANY = "ANY";

  static TaxRuleRow of(RecordedRule recorded) {
    var rule = recorded.rule();
    return new TaxRuleRow(
        recorded.id().value(),
        rule.id(),
        rule.place().country(),
        rule.place().subdivision(),
        rule.component(),
        word(rule.scope().supplies()),
        rule.scope().category().map(TaxCategory::slug).orElse(""),
        rule.levy().rate().partsPerMillion(),
        rule.levy().share().partsPerMillion(),
        rule.validity().from(),
        rule.validity().to().orElse(null),
        rule.source(),
        recorded.recordedAt(),
        recorded.supersededAt().orElse(null));
  }

  RecordedRule toDomain() {
    return new RecordedRule(
        new TaxRuleId(id), rule(), recordedFrom, Optional.ofNullable(recordedTo));
  }

  private TaxRule rule() {
    return new TaxRule(
        name,
        new Jurisdiction(country, subdivision),
        component,
        scope(),
        new Levy(new Rate(ratePpm), new Rate(sharePpm)),
        new Validity(validFrom, Optional.ofNullable(validTo)),
        source);
  }

  private TaxScope scope() {
    var all = supplies.equals(ANY) ? Set.of(Supply.values()) : Set.of(Supply.valueOf(supplies));
    return new TaxScope(
        all, Optional.of(category).filter(slug -> !slug.isEmpty()).map(TaxCategory::new));
  }

  private static String word(Set<Supply> supplies) {
    return supplies.size() == 1 ? supplies.iterator().next().name() : ANY;
  }
}
