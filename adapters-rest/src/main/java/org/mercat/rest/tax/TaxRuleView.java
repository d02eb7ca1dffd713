package org.mercat.rest.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxComponent;

/** A tax rule on the wire. */
public record TaxRuleView(
    UUID id,
    String name,
    String place,
    TaxComponent component,
    List<String> supplies,
    Optional<String> category,
    long ratePpm,
    long sharePpm,
    LocalDate from,
    Optional<LocalDate> to,
    String source,
    Instant recordedAt,
    Optional<Instant> supersededAt) {

  static TaxRuleView of(RecordedRule recorded) {
    var rule = recorded.rule();
    return new TaxRuleView(
        recorded.id().value(),
        rule.id(),
        TaxWords.codeOf(rule.place()),
        rule.component(),
        rule.scope().supplies().stream().map(TaxWords::of).sorted().toList(),
        rule.scope().category().map(TaxCategory::slug),
        rule.levy().rate().partsPerMillion(),
        rule.levy().share().partsPerMillion(),
        rule.validity().from(),
        rule.validity().to(),
        rule.source(),
        recorded.recordedAt(),
        recorded.supersededAt());
  }
}
