package org.mercat.domain.tax;

import static java.math.RoundingMode.HALF_UP;

import java.util.List;
import org.mercat.domain.shared.Money;

/**
 * How rates become amounts: each tax on the price without any tax, or on the taxed share of it,
 * half-up, on its own line.
 */
public final class Tax {

  private Tax() {}

  /** One line for each rate but those of nothing. */
  public static List<TaxLine> on(Money net, List<TaxRate> rates) {
    return rates.stream()
        .filter(rate -> rate.rate().partsPerMillion() > 0)
        .map(rate -> line(net, rate))
        .toList();
  }

  private static TaxLine line(Money net, TaxRate rate) {
    var base = net.times(rate.share(), HALF_UP);
    return new TaxLine(
        rate.component(), rate.rate(), base, base.times(rate.rate(), HALF_UP), rate.rule());
  }

  /**
   * The lines that go back when {@code now} of their common price goes back after {@code before} of
   * it did: at the rates of the lines, whatever the rates are today.
   *
   * @param net the price without tax that the lines were made of
   * @throws IllegalArgumentException if more goes back than there was
   */
  public static List<TaxLine> refunded(List<TaxLine> lines, Money net, Money before, Money now) {
    return lines.stream().map(line -> refunded(line, net, before, now)).toList();
  }

  private static TaxLine refunded(TaxLine line, Money net, Money before, Money now) {
    var baseBefore = taxed(line, net, before);
    var base = taxed(line, net, before.plus(now)).minus(baseBefore);
    var back = new CumulativeRefund(line.rate(), line.base(), line.amount()).next(baseBefore, base);
    return new TaxLine(line.component(), line.rate(), base, back, line.rule());
  }

  /** What of the base of a line belongs to a part of the price. */
  private static Money taxed(TaxLine line, Money net, Money part) {
    return line.base().equals(net)
        ? part
        : line.base().fraction(part.minor(), net.minor(), HALF_UP);
  }
}
