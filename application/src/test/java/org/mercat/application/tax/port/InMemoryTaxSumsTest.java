package org.mercat.application.tax.port;

import org.mercat.application.payment.port.InMemoryMoney;
import org.mercat.application.shared.InMemoryZoneBook;

class InMemoryTaxSumsTest extends InMemoryMoney implements TaxSumsContract {

  @Override
  public TaxSums sums() {
    return new InMemoryTaxSums(bookings, payments, ledger, new InMemoryZoneBook());
  }
}
