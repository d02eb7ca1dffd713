package org.mercat.domain.tax;

import org.mercat.domain.shared.Rate;

/**
 * The rate of one tax on one day.
 *
 * @param share the part of the price that is taxed
 * @param rule names the dated rule that says so
 */
public record TaxRate(TaxComponent component, Rate rate, Rate share, String rule) {

  /** The rate of a tax on the whole price. */
  public TaxRate(TaxComponent component, Rate rate, String rule) {
    this(component, rate, Rate.WHOLE, rule);
  }
}
