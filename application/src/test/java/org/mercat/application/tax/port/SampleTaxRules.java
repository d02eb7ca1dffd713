package org.mercat.application.tax.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Levy;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxCategory;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.domain.tax.TaxScope;
import org.mercat.domain.tax.Validity;

/** Tax rules for tests, of a place that the product brings none of. */
public final class SampleTaxRules {

  public static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  public static final Jurisdiction NEW_YORK = new Jurisdiction("US", "NY");
  public static final TaxScope GOODS = TaxScope.of(Set.of(Supply.GOODS));
  public static final TaxScope SERVICES = TaxScope.of(Set.of(Supply.SERVICE));

  private SampleTaxRules() {}

  /** Of 4 %, known since {@link #THEN}; an empty day is no end. */
  public static RecordedRule rule(
      TaxRuleId id, TaxComponent component, TaxScope scope, String from, String to) {
    return rule(id, component, scope, validity(from, to), THEN);
  }

  public static RecordedRule rule(
      TaxRuleId id, TaxComponent component, TaxScope scope, Validity validity, Instant known) {
    var levy = new Levy(Rate.percent(4), Rate.percent(50));
    return RecordedRule.known(
        id, NEW_YORK, component, scope, levy, validity, "a law of the test", known);
  }

  public static Validity validity(String from, String to) {
    return new Validity(
        LocalDate.parse(from), Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse));
  }

  public static TaxScope inCategory(String category) {
    return new TaxScope(Set.of(Supply.values()), Optional.of(new TaxCategory(category)));
  }
}
