package org.mercat.application.fee.port;

import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.shared.InMemoryZoneBook;

class InMemoryFeeBooksTest extends InMemoryCatalog implements FeeBooksContract {

  private final PlatformFees fees = new InMemoryPlatformFees();
  private final InMemoryFeeRules rules = new InMemoryFeeRules();
  private final InMemorySellerTiers tiers = new InMemorySellerTiers();
  private final InMemoryVolumeMonths volumes =
      new InMemoryVolumeMonths(
          new InMemoryPayments(),
          new InMemoryLedger(),
          seller -> providers.find(seller).orElseThrow().profile().zone());

  @Override
  public FeeBooks books() {
    return new InMemoryFeeBooks(fees, rules, tiers, volumes, providers, new InMemoryZoneBook());
  }

  @Override
  public PlatformFees fees() {
    return fees;
  }

  @Override
  public FeeRules rules() {
    return rules;
  }

  @Override
  public SellerTiers tiers() {
    return tiers;
  }

  @Override
  public VolumeMonths volumes() {
    return volumes;
  }
}
