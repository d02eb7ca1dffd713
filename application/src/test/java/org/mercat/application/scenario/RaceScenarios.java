package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.scenario.MoneyStage.SHARE;
import static org.mercat.application.scenario.MoneyStage.TOTAL;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.port.GatewayBooks.Movement.Kind;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PayoutEvent;

/** Many do the same, or opposite things, at the same moment. */
public interface RaceScenarios extends OnStage {

  @Test
  default void fifty_orders_of_one_time_are_one_booking_and_one_charge() {
    var order =
        Order.of(stage().client, stage().shop)
            .at(Trade.TUESDAY.plus(Duration.ofDays(20)))
            .paidWith(stage().world.methods().ok())
            .command();

    var outcomes = stage().world.together(50, _ -> stage().trade.market.placeBooking.handle(order));

    var placed = outcomes.stream().filter(PlaceBooking.Outcome.Placed.class::isInstance).toList();
    assertThat(placed).hasSize(1);
    var booking = Trade.as(PlaceBooking.Outcome.Placed.class, placed.getFirst()).booking();
    var _ = stage().world.together(10, _ -> stage().run(booking));
    stage().calm();
    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 1_000);
  }

  @Test
  default void twenty_who_ask_for_one_payment_charge_once() {
    var booking = stage().placed(stage().world.methods().ok());

    var _ = stage().world.together(20, _ -> stage().run(booking));
    stage().calm();

    assertThat(stage().moved(booking, Kind.CHARGE)).hasSize(1);
    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL);
    stage().assertAllIsWell();
  }

  @Test
  default void ten_who_look_after_lost_answers_charge_once() {
    var booking = stage().booked(stage().world.methods().timeoutAfterWork());
    stage().trade.market.in.system.advance(PaymentOperation.LEASE);

    var _ = stage().world.together(10, _ -> stage().tasks.recoverOperations.handle());

    assertThat(stage().moved(booking, Kind.CHARGE)).hasSize(1);
    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    stage().assertAllIsWell();
  }

  @Test
  default void twenty_confirmations_release_once() {
    var booking = stage().paid();
    stage().act(stage().shop.owner(), booking, new Act.Deliver());

    var outcomes =
        stage()
            .world
            .together(20, _ -> stage().trade.tried(stage().client, booking, new Act.Confirm()));

    assertThat(outcomes).filteredOn(new ActOnBooking.Outcome.Done(booking)::equals).hasSize(1);
    assertThat(stage().payable()).isEqualTo(SHARE);
    stage().assertAllIsWell();
  }

  @Test
  default void ten_refunds_at_once_are_one_after_the_other_and_never_more_than_was_paid() {
    var booking = stage().paid();

    var _ = stage().world.together(10, _ -> refunded(() -> stage().askRefund(booking, 15_000)));
    stage().calm();

    assertThat(stage().moved(booking, Kind.REFUND)).hasSize(1);
    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 16_950);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_and_a_release_at_once_pay_nothing_twice() {
    for (var round = 0; round < 20; round++) {
      var booking = stage().paid();
      stage().act(stage().shop.owner(), booking, new Act.Deliver());

      var _ =
          stage()
              .world
              .together(
                  2,
                  number ->
                      number == 1
                          ? refunded(() -> stage().askRefund(booking, 20_000))
                          : stage().trade.tried(stage().client, booking, new Act.Confirm()));
      stage().run(booking);

      assertThat(stage().trade.held(booking)).isZero();
    }
    stage().calm();
    stage().assertAllIsWell();
  }

  @Test
  default void ten_payout_runs_at_once_pay_out_once() {
    var booking = stage().earned();
    stage().trade.market.in.market.advance(Duration.ofDays(1));

    var decided = stage().world.together(10, _ -> stage().tasks.runPayouts.handle());
    stage().calm();
    stage().completePayout(true);

    assertThat(decided.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(stage().moved(booking, Kind.TRANSFER)).hasSize(1);
    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_and_a_payout_at_once_leave_what_is_owed_to_whom() {
    var booking = stage().earned();
    stage().trade.market.in.market.advance(Duration.ofDays(1));

    var _ =
        stage()
            .world
            .together(
                2,
                number ->
                    number == 1
                        ? stage().tasks.runPayouts.handle()
                        : refunded(() -> stage().askRefund(booking, 5_000)));
    stage().run(booking);
    stage().reachTheBank();

    assertThat(stage().payable() + stage().atGateway() + stage().inTheBank())
        .isEqualTo(SHARE - 4_900);
    stage().assertAllIsWell();
  }

  @Test
  default void an_answer_and_its_event_at_the_same_moment_count_once() {
    var booking = stage().placed(stage().world.methods().ok());
    var key = OperationKey.capture(booking);
    var answer = stage().tasks.askGateway.handle(stage().operation(key));
    var event = stage().news().getLast();
    assertThat(stage().tell(event)).isEqualTo(200);

    var _ =
        stage()
            .world
            .together(
                2,
                number -> {
                  if (number == 1) {
                    stage().settle(key, answer);
                    return 1;
                  }
                  return stage().processed();
                });

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL);
    stage().calm();
    stage().assertAllIsWell();
  }

  @Test
  default void twenty_tellings_of_one_event_at_once_are_kept_once() {
    var _ = stage().paid();
    var event = stage().news().getLast();

    var answers = stage().world.together(20, _ -> stage().tell(event));

    assertThat(answers).containsOnly(200);
    assertThat(stage().processed()).isEqualTo(1);
    stage().assertAllIsWell();
  }

  @Test
  default void ten_who_send_one_payout_to_the_bank_send_it_once() {
    var booking = stage().earned();
    var payout = stage().decidePayout();
    stage().run(BookingEvent.subject(booking));

    var _ = stage().world.together(10, _ -> stage().run(PayoutEvent.subject(payout.id())));
    stage().calm();
    stage().completePayout(true);

    assertThat(stage().inTheBank()).isEqualTo(SHARE);
    assertThat(stage().atGateway()).isZero();
    stage().assertAllIsWell();
  }

  /** Who comes second may be told to look again. */
  private static Object refunded(Supplier<RefundBooking.Outcome> call) {
    try {
      return call.get();
    } catch (ConcurrencyConflict second) {
      return second;
    }
  }
}
