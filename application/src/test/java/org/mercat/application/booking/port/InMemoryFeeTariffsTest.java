package org.mercat.application.booking.port;

import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.fee.port.InMemoryPlatformFees;
import org.mercat.application.fee.port.PlatformFees;

class InMemoryFeeTariffsTest extends InMemoryCatalog implements FeeTariffsContract {

  private final PlatformFees fees = new InMemoryPlatformFees();

  @Override
  public FeeTariffs tariffs() {
    return new InMemoryFeeTariffs(fees, providers);
  }

  @Override
  public PlatformFees fees() {
    return fees;
  }
}
