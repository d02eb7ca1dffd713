package org.mercat.domain.tax;

import java.util.List;
import org.mercat.domain.shared.Money;

/**
 * What a business has sold, against the sum up to which it need not register for GST/HST: 30 000
 * CAD within the four calendar quarters before this one, and within any single quarter (see {@link
 * #SOURCE}).
 *
 * @param before what was sold in each of the four quarters before this one, the oldest first
 * @param now what has been sold in this quarter so far
 */
public record SmallSupplier(List<Money> before, Money now) {

  public static final Money THRESHOLD = Money.of(3_000_000, "CAD");

  public static final String SOURCE =
      "Excise Tax Act, s. 148: laws-lois.justice.gc.ca/eng/acts/E-15/section-148.html";

  /** How many quarters count together. */
  public static final int QUARTERS = 4;

  /** What follows for the business. */
  public enum Standing {
    /** It need not register. */
    SMALL,
    /** It has sold more in one quarter: it has to collect from that sale on. */
    OVER_IN_ONE_QUARTER,
    /** It has sold more in four quarters: it has to collect from their end and a month on. */
    OVER_IN_FOUR_QUARTERS
  }

  public SmallSupplier {
    before = List.copyOf(before);
    if (before.size() != QUARTERS) {
      throw new IllegalArgumentException(before.size() + " quarters");
    }
  }

  /** What was sold in the four quarters before this one. */
  public Money inFourQuarters() {
    return before.stream().reduce(Money.zero(now.currency()), Money::plus);
  }

  public Standing standing() {
    if (now.compareTo(THRESHOLD) > 0
        || before.stream().anyMatch(quarter -> quarter.compareTo(THRESHOLD) > 0)) {
      return Standing.OVER_IN_ONE_QUARTER;
    }
    return inFourQuarters().compareTo(THRESHOLD) > 0
        ? Standing.OVER_IN_FOUR_QUARTERS
        : Standing.SMALL;
  }
}
