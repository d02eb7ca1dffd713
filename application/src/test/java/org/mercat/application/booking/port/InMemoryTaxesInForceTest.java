package org.mercat.application.booking.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.InMemoryRecordedRules;
import org.mercat.application.tax.port.RecordedRules;

class InMemoryTaxesInForceTest implements TaxesInForceContract {

  private final InMemoryRecordedRules rules = new InMemoryRecordedRules();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(rules);

  @Override
  public TaxesInForce taxes() {
    return new InMemoryTaxesInForce(rules, new InMemoryZoneBook());
  }

  @Override
  public RecordedRules rules() {
    return rules;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
