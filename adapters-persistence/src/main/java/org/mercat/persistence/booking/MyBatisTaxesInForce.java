package org.mercat.persistence.booking;

import java.time.Instant;
import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.TaxRules;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.tax.MyBatisRecordedRules;

public final class MyBatisTaxesInForce implements TaxesInForce {

  private final RecordedRules rules;

  public MyBatisTaxesInForce(Sessions sessions) {
    this.rules = new MyBatisRecordedRules(sessions);
  }

  @Override
  public TaxRules at(Jurisdiction place, Instant now) {
    return TaxRules.of(rules.ofPlace(place, now).stream().map(RecordedRule::rule).toList());
  }
}
