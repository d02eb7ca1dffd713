package org.mercat.domain.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.shared.Money;

/**
 * What a sale would be taxed with.
 *
 * @param net the price without tax
 * @param day on which the tax becomes payable, in the calendar of the place
 * @param collector who collects it; empty if nobody does, and then there are no lines
 */
public record TaxQuote(
    Money net,
    Jurisdiction place,
    LocalDate day,
    Optional<TaxCollector> collector,
    List<TaxLine> lines) {

  public TaxQuote {
    lines = List.copyOf(lines);
  }

  /**
   * Asks the rules.
   *
   * @throws NoTaxRule if there is somebody to collect the tax, and the rules know the place, but
   *     not on that day yet
   */
  public static TaxQuote of(
      TaxRules rules,
      Money net,
      Supply supply,
      Optional<TaxCategory> category,
      Jurisdiction place,
      LocalDate day,
      Optional<TaxCollector> collector) {
    var taxed = collector.isPresent() && !rules.at(place).isEmpty();
    var rates = taxed ? rules.rates(place, supply, category, day) : List.<TaxRate>of();
    return new TaxQuote(net, place, day, collector, Tax.on(net, rates));
  }

  public Money tax() {
    return lines.stream().map(TaxLine::amount).reduce(Money.zero(net.currency()), Money::plus);
  }

  public Money total() {
    return net.plus(tax());
  }
}
