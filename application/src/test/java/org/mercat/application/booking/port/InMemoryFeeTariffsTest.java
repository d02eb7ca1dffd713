package org.mercat.application.booking.port;

import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.InMemoryFeeBooks;
import org.mercat.application.fee.port.InMemoryFeeRules;
import org.mercat.application.fee.port.InMemoryPlatformFees;
import org.mercat.application.fee.port.InMemorySellerTiers;
import org.mercat.application.fee.port.InMemoryVolumeMonths;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.shared.InMemoryZoneBook;

class InMemoryFeeTariffsTest extends InMemoryCatalog implements FeeTariffsContract {

  private final PlatformFees fees = new InMemoryPlatformFees();
  private final InMemoryFeeRules rules = new InMemoryFeeRules();
  private final InMemoryFeeBooks books =
      new InMemoryFeeBooks(
          fees,
          rules,
          new InMemorySellerTiers(),
          new InMemoryVolumeMonths(
              new InMemoryPayments(),
              new InMemoryLedger(),
              seller -> providers.find(seller).orElseThrow().profile().zone()),
          providers,
          new InMemoryZoneBook());

  @Override
  public FeeTariffs tariffs() {
    return new InMemoryFeeTariffs(books, providers);
  }

  @Override
  public PlatformFees fees() {
    return fees;
  }

  @Override
  public FeeRules rules() {
    return rules;
  }
}
