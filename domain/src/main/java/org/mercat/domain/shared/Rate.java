package org.mercat.domain.shared;

import java.math.BigDecimal;

/** A rate in parts per million: 5 % GST is 50_000, 9.975 % QST is 99_750. */
public record Rate(long partsPerMillion) {

  public static final Rate ZERO = new Rate(0);

  /** All of something. */
  public static final Rate WHOLE = new Rate(1_000_000);

  public Rate {
    if (partsPerMillion < 0 || partsPerMillion > 1_000_000) {
      throw new IllegalArgumentException("rate out of [0, 1]: " + partsPerMillion + " ppm");
    }
  }

  public static Rate percent(long percent) {
    return new Rate(Math.multiplyExact(percent, 10_000L));
  }

  BigDecimal asFraction() {
    return BigDecimal.valueOf(partsPerMillion, 6);
  }
}
