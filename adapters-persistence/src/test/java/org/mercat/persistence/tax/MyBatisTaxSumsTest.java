package org.mercat.persistence.tax;

import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.tax.port.TaxSums;
import org.mercat.application.tax.port.TaxSumsContract;
import org.mercat.persistence.payment.MyBatisMoney;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisTaxSumsTest extends MyBatisMoney implements TaxSumsContract {

  @Override
  public TaxSums sums() {
    return new MyBatisTaxSums(TestDatabase.SESSIONS, new InMemoryZoneBook());
  }
}
