package org.mercat.persistence.tax;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.domain.tax.TaxRate;
import org.mercat.persistence.shared.JsonRows;

/** Taxes on their way into a statement and out of it. */
public final class TaxJson {

  private record LineRow(
      int position,
      TaxComponent component,
      long ratePpm,
      long baseMinor,
      long amountMinor,
      String rule) {

    static LineRow of(int position, TaxLine line) {
      return new LineRow(
          position,
          line.component(),
          line.rate().partsPerMillion(),
          line.base().minor(),
          line.amount().minor(),
          line.rule());
    }

    TaxLine toDomain(String currency) {
      return new TaxLine(
          component,
          new Rate(ratePpm),
          Money.of(baseMinor, currency),
          Money.of(amountMinor, currency),
          rule);
    }
  }

  /** Rates that were kept before a share of a price could be taxed have none: it was all of it. */
  private record RateRow(
      TaxComponent component, long ratePpm, @Nullable Long sharePpm, String rule) {

    static RateRow of(TaxRate rate) {
      return new RateRow(
          rate.component(),
          rate.rate().partsPerMillion(),
          rate.share().partsPerMillion(),
          rate.rule());
    }

    TaxRate toDomain() {
      var share = sharePpm == null ? Rate.WHOLE : new Rate(sharePpm);
      return new TaxRate(component, new Rate(ratePpm), share, rule);
    }
  }

  private TaxJson() {}

  /** The lines, counted from 1. */
  public static String ofLines(List<TaxLine> lines) {
    return JsonRows.of(
        IntStream.range(0, lines.size())
            .mapToObj(index -> LineRow.of(index + 1, lines.get(index)))
            .toList());
  }

  /** Reads lines that stand in the order of their positions. */
  public static List<TaxLine> lines(String json, String currency) {
    return JsonRows.read(json, LineRow.class).stream()
        .map(line -> line.toDomain(currency))
        .toList();
  }

  public static String ofRates(List<TaxRate> rates) {
    return JsonRows.of(rates.stream().map(RateRow::of).toList());
  }

  public static List<TaxRate> rates(String json) {
    return JsonRows.read(json, RateRow.class).stream().map(RateRow::toDomain).toList();
  }
}
