package org.mercat.application.booking.port;

import java.time.Instant;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRules;

/**
 * Driven port: what is known of taxes, as booking needs to know it; see {@code
 * TaxesInForceContract}.
 */
public interface TaxesInForce {

  /** What is known of a place now, of all days; nothing if nobody has recorded anything. */
  TaxRules at(Jurisdiction place, Instant now);
}
