package org.mercat.application.tax.port;

import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;

class InMemoryRecordedRulesTest implements RecordedRulesContract {

  private final InMemoryRecordedRules rules = new InMemoryRecordedRules();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(rules);

  @Override
  public RecordedRules rules() {
    return rules;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }
}
