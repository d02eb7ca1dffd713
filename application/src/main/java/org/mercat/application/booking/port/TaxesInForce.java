package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.NoTaxRule;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxRate;

/**
 * Driven port: what is known of taxes, as booking needs to know it; see {@code
 * TaxesInForceContract}.
 */
public interface TaxesInForce {

  /**
   * The taxes on a supply that becomes payable now, by what is known now, on the day that it is
   * there; none if nobody has recorded anything of the place.
   *
   * @throws NoTaxRule if something is recorded of the place, but for later days only
   */
  List<TaxRate> due(Jurisdiction place, Supply supply, Optional<TaxCategory> category, Instant now);
}
