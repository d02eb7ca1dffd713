package org.mercat.persistence.fee;

import org.mercat.application.fee.port.FeeRules;
import org.mercat.application.fee.port.FeeRulesContract;
import org.mercat.persistence.catalog.MyBatisCatalog;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisFeeRulesTest extends MyBatisCatalog implements FeeRulesContract {

  @Override
  public FeeRules rules() {
    return new MyBatisFeeRules(TestDatabase.SESSIONS);
  }
}
