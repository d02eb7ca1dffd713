package org.mercat.domain.tax;

import static java.math.RoundingMode.HALF_UP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mercat.domain.shared.Money;

/** How rates become amounts: each tax on the price without any tax, half-up, on its own line. */
public final class Tax {

  private Tax() {}

  /** The day on which something falls in the calendar of the place. */
  public static LocalDate dayOf(Instant instant, Jurisdiction place) {
    return LocalDate.ofInstant(instant, place.zone());
  }

  /** One line for each rate but those of nothing. */
  public static List<TaxLine> on(Money net, List<TaxRate> rates) {
    return rates.stream()
        .filter(rate -> rate.rate().partsPerMillion() > 0)
        .map(rate -> line(net, rate))
        .toList();
  }

  private static TaxLine line(Money net, TaxRate rate) {
    return new TaxLine(
        rate.component(), rate.rate(), net, net.times(rate.rate(), HALF_UP), rate.rule());
  }

  /**
   * The lines that go back when {@code now} of their common base goes back after {@code before} of
   * it did: at the rates of the lines, whatever the rates are today.
   *
   * @throws IllegalArgumentException if more goes back than there was
   */
  public static List<TaxLine> refunded(List<TaxLine> lines, Money before, Money now) {
    return lines.stream()
        .map(
            line ->
                new TaxLine(
                    line.component(),
                    line.rate(),
                    now,
                    new CumulativeRefund(line.rate(), line.base(), line.amount()).next(before, now),
                    line.rule()))
        .toList();
  }
}
