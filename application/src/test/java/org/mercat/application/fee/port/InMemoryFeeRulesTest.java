package org.mercat.application.fee.port;

import org.mercat.application.catalog.port.InMemoryCatalog;

class InMemoryFeeRulesTest extends InMemoryCatalog implements FeeRulesContract {

  private final InMemoryFeeRules rules = new InMemoryFeeRules();

  @Override
  public FeeRules rules() {
    return rules;
  }
}
