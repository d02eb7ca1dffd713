package org.mercat.application.booking.port;

import java.time.Instant;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRules;

/** The recorded rules, in the words of booking. */
public final class InMemoryTaxesInForce implements TaxesInForce {

  private final RecordedRules rules;

  public InMemoryTaxesInForce(RecordedRules rules) {
    this.rules = rules;
  }

  @Override
  public TaxRules at(Jurisdiction place, Instant now) {
    return TaxRules.of(rules.ofPlace(place, now).stream().map(RecordedRule::rule).toList());
  }
}
