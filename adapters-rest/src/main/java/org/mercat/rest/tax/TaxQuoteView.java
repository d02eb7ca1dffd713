package org.mercat.rest.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mercat.application.tax.QuoteTax.Outcome.Quoted;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.domain.tax.TaxRule;
import org.mercat.domain.tax.TaxRules;
import org.mercat.rest.shared.MoneyView;

/** What a sale would be taxed with, on the wire. */
public record TaxQuoteView(
    String placeOfSupply,
    LocalDate day,
    Instant asOf,
    Optional<String> collector,
    MoneyView net,
    List<Line> lines,
    MoneyView tax,
    MoneyView total) {

  /** One tax, with the rule that says so and where to read it up. */
  public record Line(
      TaxComponent component,
      long ratePpm,
      MoneyView base,
      MoneyView amount,
      String rule,
      String source) {}

  static TaxQuoteView of(Quoted quoted) {
    var quote = quoted.quote();
    return new TaxQuoteView(
        TaxWords.codeOf(quote.place()),
        quote.day(),
        quoted.known(),
        quote.collector().map(TaxWords::of),
        MoneyView.of(quote.net()),
        quote.lines().stream().map(line -> line(line, quoted.rules())).toList(),
        MoneyView.of(quote.tax()),
        MoneyView.of(quote.total()));
  }

  private static Line line(TaxLine line, TaxRules rules) {
    return new Line(
        line.component(),
        line.rate().partsPerMillion(),
        MoneyView.of(line.base()),
        MoneyView.of(line.amount()),
        line.rule(),
        rules.find(line.rule()).map(TaxRule::source).orElseThrow());
  }
}
