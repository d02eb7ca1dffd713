package org.mercat.domain.tax;

import static java.math.RoundingMode.HALF_UP;

import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

/**
 * How an amount that was a rate of a base, a tax or a fee, goes back with its base in parts. Each
 * part is what is due in all so far less what went back before, so that roundings never add up and
 * the last part gives back exactly the rest.
 */
public record CumulativeRefund(Rate rate, Money base, Money whole) {

  public CumulativeRefund {
    if (whole.isNegative() || whole.compareTo(base) > 0) {
      throw new IllegalArgumentException(whole + " cannot be a share of " + base);
    }
  }

  /**
   * What goes back with {@code now} of the base after {@code before} of it.
   *
   * @throws IllegalArgumentException if either is negative or both are more than the base
   */
  public Money next(Money before, Money now) {
    if (now.isNegative()) {
      throw new IllegalArgumentException("negative refund " + now);
    }
    return upTo(before.plus(now)).minus(upTo(before));
  }

  private Money upTo(Money refunded) {
    if (refunded.isNegative() || refunded.compareTo(base) > 0) {
      throw new IllegalArgumentException("refund of " + refunded + " out of " + base);
    }
    var due = refunded.times(rate, HALF_UP);
    return refunded.equals(base) || due.compareTo(whole) > 0 ? whole : due;
  }
}
