package org.mercat.application.booking.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxRate;
import org.mercat.domain.tax.TaxRules;

/** The recorded rules, in the words of booking. */
public final class InMemoryTaxesInForce implements TaxesInForce {

  private final RecordedRules rules;
  private final ZoneBook zones;

  public InMemoryTaxesInForce(RecordedRules rules, ZoneBook zones) {
    this.rules = rules;
    this.zones = zones;
  }

  @Override
  public List<TaxRate> due(
      Jurisdiction place, Supply supply, Optional<TaxCategory> category, Instant now) {
    var known = rules.ofPlace(place, now).stream().map(RecordedRule::rule).toList();
    return TaxRules.of(known).due(place, supply, category, zones.zone(place.zone()).dayOf(now));
  }
}
