package org.mercat.rest.tax;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mercat.application.tax.TaxSummary.Outcome.Found;
import org.mercat.application.tax.port.TaxSums.Sum;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.rest.shared.MoneyView;

/** The taxes of a year, on the wire. */
public record TaxSummaryView(int year, Side asClient, Side asProvider) {

  /**
   * The taxes of one side.
   *
   * @param kept what was charged and has not gone back, in each currency
   */
  public record Side(List<Line> lines, List<MoneyView> kept) {

    static Side of(List<Sum> sums) {
      return new Side(sums.stream().map(Line::of).toList(), kept(sums));
    }

    private static List<MoneyView> kept(List<Sum> sums) {
      return sums.stream()
          .map(Sum::kept)
          .collect(
              groupingBy(
                  money -> money.currency().getCurrencyCode(), TreeMap::new, reducing(Money::plus)))
          .values()
          .stream()
          .flatMap(Optional::stream)
          .map(MoneyView::of)
          .toList();
    }
  }

  /** One tax at one place. */
  public record Line(
      String place,
      TaxComponent component,
      long ratePpm,
      MoneyView base,
      MoneyView charged,
      MoneyView refunded) {

    static Line of(Sum sum) {
      return new Line(
          TaxWords.codeOf(sum.place()),
          sum.component(),
          sum.rate().partsPerMillion(),
          MoneyView.of(sum.base()),
          MoneyView.of(sum.charged()),
          MoneyView.of(sum.refunded()));
    }
  }

  static TaxSummaryView of(int year, Found found) {
    return new TaxSummaryView(year, Side.of(found.asClient()), Side.of(found.asProvider()));
  }
}
