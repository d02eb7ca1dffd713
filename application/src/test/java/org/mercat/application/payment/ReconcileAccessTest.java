package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.Trade;
import org.mercat.application.shared.PageRequest;

/** Who may have a day compared, and which. */
class ReconcileAccessTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

  private final Trade trade = new Trade();

  @Test
  void only_administrators_compare_and_only_days_that_have_begun() {
    var tomorrow = TODAY.plusDays(1);

    assertThat(trade.market.reconcileDay.handle(new ReconcileDay.Command(trade.client(), TODAY)))
        .isEqualTo(new ReconcileDay.Outcome.Forbidden());
    assertThat(trade.market.reconcileDay.handle(new ReconcileDay.Command(trade.admin(), tomorrow)))
        .isEqualTo(new ReconcileDay.Outcome.NotYet());
    assertThat(
            trade.market.reconciliationList.handle(
                new ReconciliationList.Query(
                    trade.client(), new PageRequest(10, Optional.empty()))))
        .isEqualTo(new ReconciliationList.Outcome.Forbidden());
  }
}
