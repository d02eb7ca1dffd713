package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.InMemoryGatewayEvents;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.tenancy.TenantId;

/** Not one event arrives. */
class SweepGatewayEventsTest {

  private final Trade trade = new Trade();
  private final InMemoryGatewayEvents events =
      new InMemoryGatewayEvents(trade.market.in.gateway, trade.market.in.system);
  private final SweepGatewayEvents sweep = sweeping(events);

  @Test
  void what_nobody_has_heard_is_acted_on_all_the_same() {
    var booking = trade.booked(trade.client(), trade.shop(Offers.PORTRAIT), REFUND_PENDING);
    var command = new RefundBooking.Command(trade.admin(), booking, Optional.empty(), "All of it.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    trade.runOperations(booking);
    var refund =
        trade
            .market
            .in
            .gateway
            .findRefund(OperationKey.refund(booking, 1))
            .required()
            .orElseThrow();
    trade.market.in.gateway.completeRefund(refund.reference(), true);
    events.look();
    trade.market.in.system.advance(SweepGatewayEvents.ON_ITS_WAY.plusSeconds(1));

    assertThat(sweep.handle()).isPositive();
    assertThat(trade.market.processGatewayEvents.handle()).isPositive();

    assertThat(trade.details(booking).view().refunded().minor()).isEqualTo(23_600);
    trade.assertBooksBalance();
    assertThat(trade.market.in.systemEvents.reported())
        .filteredOn(event -> event.source().equals("webhook"))
        .hasSize(1);
    assertThat(sweep.handle()).isZero();
  }

  @Test
  void what_may_still_be_on_its_way_is_left_to_come() {
    var _ = trade.booked(trade.client(), trade.shop(Offers.PORTRAIT), OK);
    assertThat(sweep.handle()).isZero();

    trade.market.in.system.advance(SweepGatewayEvents.ON_ITS_WAY.plusSeconds(1));

    assertThat(sweep.handle()).isPositive();
  }

  @Test
  void a_sweep_goes_on_where_the_one_before_has_ended() {
    assertThat(sweep.handle()).isZero();
    var swept = trade.market.in.inbox.sweptUntil().orElseThrow();
    trade.market.in.system.advance(Duration.ofHours(2));
    var silent = sweeping((_, _, _) -> new Outcome.Unknown<>("silence"));

    assertThatThrownBy(silent::handle).isInstanceOf(PortUnavailable.class);
    assertThat(trade.market.in.inbox.sweptUntil()).contains(swept);

    assertThat(sweep.handle()).isZero();
    assertThat(trade.market.in.inbox.sweptUntil()).contains(swept.plus(Duration.ofHours(2)));
  }

  @Test
  void only_the_operator_of_the_market_sweeps() {
    var nobody =
        sweeping(
            (_, _, _) -> {
              throw new AssertionError("asked");
            });

    assertThat(Acting.of(new TenantId(UUID.randomUUID())).call(nobody::handle)).isZero();
  }

  private SweepGatewayEvents sweeping(GatewayEvents events) {
    var in = trade.market.in;
    return new SweepGatewayEvents(
        events,
        in.inbox,
        trade.market.receiveGatewayEvent,
        in.systemEvents,
        in.unitOfWork,
        in.system);
  }
}
