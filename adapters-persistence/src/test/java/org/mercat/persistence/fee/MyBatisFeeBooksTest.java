package org.mercat.persistence.fee;

import org.mercat.application.fee.port.FeeBooks;
import org.mercat.application.fee.port.FeeBooksContract;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.fee.port.SellerTiers;
import org.mercat.application.fee.port.VolumeMonths;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisFeeBooksTest extends MyBatisCatalog implements FeeBooksContract {

  @Override
  public FeeBooks books() {
    return new MyBatisFeeBooks(TestDatabase.SESSIONS, new InMemoryZoneBook());
  }

  @Override
  public PlatformFees fees() {
    return new MyBatisPlatformFees(TestDatabase.SESSIONS);
  }

  @Override
  public FeeRules rules() {
    return new MyBatisFeeRules(TestDatabase.SESSIONS);
  }

  @Override
  public SellerTiers tiers() {
    return new MyBatisSellerTiers(TestDatabase.SESSIONS);
  }

  @Override
  public VolumeMonths volumes() {
    return new MyBatisVolumeMonths(TestDatabase.SESSIONS);
  }
}
