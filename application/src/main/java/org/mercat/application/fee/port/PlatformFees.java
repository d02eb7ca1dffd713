package org.mercat.application.fee.port;

import java.time.Instant;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.fee.FeeTariff;

/** Driven port: the tariffs of the platform's fee; see {@code PlatformFeesContract}. */
public interface PlatformFees {

  /** The tariff of the highest version; {@link FeeTariff#INITIAL} before anybody has set one. */
  FeeTariff inForce();

  /**
   * Keeps a tariff; those before it are kept too.
   *
   * @throws ConcurrencyConflict if there is one of this version already
   */
  void add(FeeTariff tariff, Instant setAt);
}
