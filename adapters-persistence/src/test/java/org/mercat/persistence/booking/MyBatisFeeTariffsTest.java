package org.mercat.persistence.booking;

import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.booking.port.FeeTariffsContract;
import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.PlatformFees;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.fee.MyBatisFeeRules;
import org.mercat.persistence.fee.MyBatisPlatformFees;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisFeeTariffsTest extends MyBatisCatalog implements FeeTariffsContract {

  @Override
  public FeeTariffs tariffs() {
    return new MyBatisFeeTariffs(TestDatabase.SESSIONS, new InMemoryZoneBook());
  }

  @Override
  public PlatformFees fees() {
    return new MyBatisPlatformFees(TestDatabase.SESSIONS);
  }

  @Override
  public FeeRules rules() {
    return new MyBatisFeeRules(TestDatabase.SESSIONS);
  }
}
