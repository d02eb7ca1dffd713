package org.mercat.domain.tax;

import org.mercat.domain.shared.Rate;

/**
 * How much is levied.
 *
 * @param rate of the taxed part of the price
 * @param share the part of the price that is taxed; nearly always all of it
 */
public record Levy(Rate rate, Rate share) {

  /** Of the whole price. */
  public static Levy of(Rate rate) {
    return new Levy(rate, Rate.WHOLE);
  }
}
