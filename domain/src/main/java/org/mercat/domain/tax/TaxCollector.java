package org.mercat.domain.tax;

import java.util.Optional;

/** Who charges a tax and pays it to the state. */
public enum TaxCollector {
  PROVIDER,
  PLATFORM;

  /**
   * Who collects on a sale; nobody on that of a small supplier, except that the operator of a
   * platform stands in for it with goods (Excise Tax Act, s. 211.23).
   *
   * @param registered whether the seller is registered for GST/HST
   * @param platformStandsIn whether the platform collects on goods of those who are not
   */
  public static Optional<TaxCollector> of(
      Supply supply, boolean registered, boolean platformStandsIn) {
    if (registered) {
      return Optional.of(PROVIDER);
    }
    return supply == Supply.GOODS && platformStandsIn ? Optional.of(PLATFORM) : Optional.empty();
  }
}
