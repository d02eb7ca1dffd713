package org.mercat.persistence.fee;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeePeriod;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.fee.FeeScope;
import org.mercat.domain.fee.FeeSource;
import org.mercat.domain.fee.OnTop;
import org.mercat.domain.fee.SellerLevel;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/** Table {@code fee_rule}, column for component. */
record FeeRuleRow(
    UUID id,
    FeeDirection direction,
    FeeSource kind,
    @Nullable UUID providerId,
    @Nullable SellerLevel level,
    @Nullable Long fromMinor,
    @Nullable String currency,
    long ratePpm,
    @Nullable Long flatMinor,
    @Nullable String flatCurrency,
    @Nullable Boolean taxed,
    @Nullable Boolean returnedInParts,
    Instant validFrom,
    @Nullable Instant validTo,
    String reason,
    Instant setAt,
    long version) {

  static FeeRuleRow of(FeeRule rule) {
    var scope = rule.scope();
    var from = scope instanceof FeeScope.Volume(var edge) ? edge : null;
    var flat = rule.onTop().flatMap(OnTop::flat);
    return new FeeRuleRow(
        rule.id().value(),
        rule.direction(),
        scope.source(),
        scope instanceof FeeScope.Promotion(var seller) ? seller.value() : null,
        scope instanceof FeeScope.Level(var level) ? level : null,
        from == null ? null : from.minor(),
        from == null ? null : from.currency().getCurrencyCode(),
        rule.rate().partsPerMillion(),
        flat.map(Money::minor).orElse(null),
        flat.map(it -> it.currency().getCurrencyCode()).orElse(null),
        rule.onTop().map(OnTop::taxed).orElse(null),
        rule.onTop().map(OnTop::returnedInParts).orElse(null),
        rule.period().from(),
        rule.period().until().orElse(null),
        rule.reason(),
        rule.setAt(),
        rule.version());
  }

  FeeRule toDomain() {
    return new FeeRule(
        new FeeRuleId(id),
        direction,
        scope(),
        new Rate(ratePpm),
        onTop(),
        new FeePeriod(validFrom, Optional.ofNullable(validTo)),
        reason,
        setAt,
        version);
  }

  private Optional<OnTop> onTop() {
    return Optional.ofNullable(taxed)
        .map(isTaxed -> new OnTop(flat(), isTaxed, requireNonNull(returnedInParts)));
  }

  private Optional<Money> flat() {
    return Optional.ofNullable(flatMinor)
        .map(minor -> Money.of(minor, requireNonNull(flatCurrency)));
  }

  private FeeScope scope() {
    return switch (kind) {
      case PROMOTION -> new FeeScope.Promotion(new ProviderId(requireNonNull(providerId)));
      case VOLUME ->
          new FeeScope.Volume(Money.of(requireNonNull(fromMinor), requireNonNull(currency)));
      case LEVEL -> new FeeScope.Level(requireNonNull(level));
      case EVERYBODY -> new FeeScope.Everybody();
      case TENANT -> throw new IllegalStateException("the default is no rule: " + id);
    };
  }
}
