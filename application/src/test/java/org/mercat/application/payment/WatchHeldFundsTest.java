package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.domain.shared.Role;

class WatchHeldFundsTest {

  private static final Caller ADMIN = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.ADMIN));

  private final Trade trade = new Trade();
  private final Caller client = trade.client();

  @Test
  void whoever_runs_the_market_is_told_a_fortnight_before_and_at_the_deadline() {
    var booking = trade.booked(client, trade.shop(Offers.PORTRAIT), OK);
    assertThat(trade.market.watchHeldFunds.handle()).isZero();

    trade.market.in.market.advance(Duration.ofDays(76));
    assertThat(trade.market.watchHeldFunds.handle()).isEqualTo(1);
    assertThat(trade.market.watchHeldFunds.handle()).isZero();
    trade.market.in.market.advance(HeldFunds.NOTICE);
    assertThat(trade.market.watchHeldFunds.handle()).isEqualTo(1);
    assertThat(trade.market.watchHeldFunds.handle()).isZero();

    assertThat(trade.market.in.systemEvents.reported())
        .filteredOn(event -> event.source().equals("held-funds"))
        .allMatch(event -> booking.value().toString().equals(event.context().get("booking")))
        .extracting(Event::level)
        .containsExactly(Level.WARNING, Level.CRITICAL);
  }

  @Test
  void administrators_see_what_is_held_and_nobody_else() {
    var booking = trade.booked(client, trade.shop(Offers.PORTRAIT), OK);
    var page = new PageRequest(10, Optional.empty());

    var listed =
        trade.market.heldFundsList.handle(new HeldFundsList.Query(ADMIN, Optional.empty(), page));

    assertThat(((HeldFundsList.Outcome.Listed) listed).page().items())
        .extracting(HeldFunds::booking)
        .containsExactly(booking);
    assertThat(
            trade.market.heldFundsList.handle(
                new HeldFundsList.Query(client, Optional.empty(), page)))
        .isEqualTo(new HeldFundsList.Outcome.Forbidden());
  }
}
