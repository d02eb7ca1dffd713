package org.mercat.rest.fee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.fee.OwnFee.Outcome.Found;
import org.mercat.domain.fee.FeeRule;
import org.mercat.domain.fee.FeeScope;
import org.mercat.rest.shared.MoneyView;

/** What a provider pays and why so much, on the wire. */
public record OwnFeeView(
    long ratePpm,
    String source,
    String rule,
    long ruleVersion,
    boolean taxOnFee,
    Optional<String> level,
    Optional<Promotion> promotion,
    Optional<VolumeMonthView> volume,
    List<Tier> volumeTiers,
    Instant at) {

  /** A rate for the provider alone. */
  public record Promotion(long ratePpm, Instant from, Optional<Instant> until) {
    static Promotion of(FeeRule rule) {
      return new Promotion(
          rule.rate().partsPerMillion(), rule.period().from(), rule.period().until());
    }
  }

  /** A rate from so many sales of a month on. */
  public record Tier(MoneyView salesFrom, long ratePpm) {}

  static OwnFeeView of(Found found) {
    var fee = found.fee();
    return new OwnFeeView(
        fee.rate().partsPerMillion(),
        FeeWords.of(fee.rule().source()),
        fee.rule().text(),
        fee.rule().version(),
        found.taxOnFee(),
        found.level().map(FeeWords::of),
        found.promotion().map(Promotion::of),
        found.volume().map(VolumeMonthView::of),
        found.tiers().stream().flatMap(rule -> tier(rule).stream()).toList(),
        found.at());
  }

  private static Optional<Tier> tier(FeeRule rule) {
    return rule.scope() instanceof FeeScope.Volume(var from)
        ? Optional.of(new Tier(MoneyView.of(from), rule.rate().partsPerMillion()))
        : Optional.empty();
  }
}
