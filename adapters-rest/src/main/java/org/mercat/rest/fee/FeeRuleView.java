package org.mercat.rest.fee;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.OnTop;
import org.mercat.rest.shared.MoneyView;

/** A rate and when it holds, on the wire. */
public record FeeRuleView(
    UUID id,
    String direction,
    String kind,
    Optional<UUID> provider,
    Optional<MoneyView> salesFrom,
    Optional<String> level,
    long ratePpm,
    Optional<MoneyView> flat,
    Optional<Boolean> taxed,
    Optional<Boolean> returnedInParts,
    Instant from,
    Optional<Instant> until,
    String reason,
    Instant setAt,
    long version) {

  static FeeRuleView of(FeeRule rule) {
    var scope = rule.scope();
    return new FeeRuleView(
        rule.id().value(),
        FeeWords.of(rule.direction()),
        FeeWords.of(scope.source()),
        scope instanceof FeeScope.Promotion(var seller)
            ? Optional.of(seller.value())
            : Optional.empty(),
        scope instanceof FeeScope.Volume(var from)
            ? Optional.of(MoneyView.of(from))
            : Optional.empty(),
        scope instanceof FeeScope.Level(var level)
            ? Optional.of(FeeWords.of(level))
            : Optional.empty(),
        rule.rate().partsPerMillion(),
        rule.onTop().flatMap(OnTop::flat).map(MoneyView::of),
        rule.onTop().map(OnTop::taxed),
        rule.onTop().map(OnTop::returnedInParts),
        rule.period().from(),
        rule.period().until(),
        rule.reason(),
        rule.setAt(),
        rule.version());
  }
}
