package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.tax.port.SampleTaxRules.NEW_YORK;
import static org.mercat.application.tax.port.SampleTaxRules.THEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tax.port.RecordedRules;
import org.mercat.application.tax.port.RecordedRules.Addition;
import org.mercat.application.tax.port.SampleTaxRules;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Supply;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;
import org.mercat.domain.tax.TaxScope;

/** What every adapter of {@link TaxesInForce} promises. */
public interface TaxesInForceContract {

  TaxesInForce taxes();

  RecordedRules rules();

  /** Of somebody who may add rules. */
  UnitOfWork unitOfWork();

  @Test
  default void what_is_recorded_of_a_place_is_in_force_from_then_on() {
    var rule =
        unitOfWork()
            .run(
                () ->
                    SampleTaxRules.rule(
                        rules().nextId(), TaxComponent.GST, TaxScope.EVERYTHING, "2020-01-01", ""));
    assertThat(unitOfWork().run(() -> rules().add(rule))).isEqualTo(Addition.ADDED);

    assertThat(inForce(NEW_YORK, THEN)).containsExactly(rule.rule().id());
    assertThat(inForce(NEW_YORK, THEN.minusMillis(1))).isEmpty();
    assertThat(inForce(new Jurisdiction("US", "NJ"), THEN)).isEmpty();
  }

  private List<String> inForce(Jurisdiction place, Instant now) {
    return unitOfWork()
        .run(() -> taxes().due(place, Supply.SERVICE, Optional.empty(), now))
        .stream()
        .map(TaxRate::rule)
        .toList();
  }
}
