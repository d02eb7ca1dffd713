package org.mercat.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.scenario.MoneyStage.SHARE;
import static org.mercat.application.scenario.MoneyStage.TOTAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutEvent;
import org.mercat.domain.shared.Money;

/** Events come twice, late, in any order, about strange things, or not at all. */
public interface EventScenarios extends OnStage {

  @Test
  default void nothing_is_ever_told_and_everything_ends_all_the_same() {
    var booking = lived();

    stage().calm();

    assertThat(stage().trade.held(booking)).isZero();
    assertThat(stage().payable()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void an_event_tells_what_a_lost_answer_did_not() {
    var booking = stage().booked(stage().world.methods().timeoutAfterWork());

    stage().tellAll();

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    assertThat(stage().recover()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void the_same_event_again_is_not_looked_at_again() {
    var _ = stage().paid();
    var event = stage().news().getLast();
    assertThat(stage().tell(event)).isEqualTo(200);
    assertThat(stage().processed()).isEqualTo(1);

    assertThat(stage().tell(event)).isEqualTo(200);

    assertThat(stage().processed()).isZero();
    stage().assertAllIsWell();
  }

  @Test
  default void the_same_news_under_five_names_change_nothing() {
    var _ = lived();
    var events = stage().news();
    tellAsNew(events, 0);
    var once = stage().picture();

    for (var time = 1; time < 5; time++) {
      tellAsNew(events, time);
    }

    assertThat(stage().picture()).isEqualTo(once);
  }

  @Test
  default void the_last_event_first_and_the_first_one_last_end_the_same() {
    var _ = lived();
    var events = stage().news();
    tellAsNew(events, 0);
    var inOrder = stage().picture();

    tellAsNew(events.reversed(), 1);

    assertThat(stage().picture()).isEqualTo(inOrder);
  }

  @Test
  default void thirty_orders_of_the_events_of_a_life_end_the_same() {
    var _ = lived();
    var events = stage().news();
    tellAsNew(events, 0);
    var inOrder = stage().picture();
    var dice = new Random(20_261_122);

    for (var order = 1; order <= 30; order++) {
      var shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, dice);
      tellAsNew(shuffled, order);

      assertThat(stage().picture()).as("order %s", order).isEqualTo(inOrder);
    }
  }

  @Test
  default void a_refund_is_told_before_its_payment() {
    var booking = stage().placed(stage().world.methods().ok());
    stage().world.next(Mishap.LOST_AFTER);
    stage().run(booking);
    stage().recover();
    stage().world.next(Mishap.LOST_AFTER);
    stage().refund(booking, 5_000);

    tellAsNew(stage().news().reversed(), 0);

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 5_650);
    stage().assertAllIsWell();
  }

  @Test
  default void that_a_payout_came_back_is_told_before_it_was_paid() {
    var _ = stage().earned();
    stage().tellAll();
    assertThat(stage().aDayLater()).isEqualTo(1);
    var payout = MoneyStage.reference(latestPayout());
    stage().world.completePayout(payout, true);
    stage().world.completePayout(payout, false);

    tellAsNew(stage().news().reversed(), 0);

    assertThat(stage().payout().state()).isInstanceOf(Payout.State.Failed.class);
    assertThat(stage().atGateway()).isEqualTo(SHARE);
    stage().assertAllIsWell();
  }

  @Test
  default void an_event_of_last_month_changes_nothing() {
    var _ = lived();
    var events = stage().news();
    tellAsNew(events, 0);
    var then = stage().picture();
    stage().recoverAfter(Duration.ofDays(30));

    tellAsNew(events, 1);

    assertThat(stage().picture()).isEqualTo(then);
  }

  @Test
  default void what_nobody_has_asked_for_is_tried_again_and_set_aside() {
    var booking = stage().paid();
    var strange = tellOfAStranger();
    assertThat(stage().tell(strange)).isEqualTo(200);

    for (var pause : GatewayInbox.PAUSES) {
      assertThat(stage().processed()).isEqualTo(1);
      assertThat(stage().recoverAfter(pause)).isZero();
    }
    assertThat(stage().processed()).isEqualTo(1);

    assertThat(stage().recoverAfter(Duration.ofDays(1))).isZero();
    assertThat(stage().processed()).isZero();
    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL);
  }

  @Test
  default void one_poisonous_event_does_not_hold_up_the_others() {
    var strange = tellOfAStranger();
    var bookings = new ArrayList<BookingId>();
    for (var count = 0; count < 5; count++) {
      bookings.add(stage().booked(stage().world.methods().timeoutAfterWork()));
    }
    assertThat(stage().tell(strange)).isEqualTo(200);

    stage().tellAll();

    assertThat(bookings)
        .allSatisfy(it -> assertThat(stage().trade.stand(it)).isEqualTo(MoneyStage.PAID));
  }

  @Test
  default void an_event_that_is_looked_at_hours_later_tells_the_same() {
    var booking = stage().placed(stage().world.methods().ok());
    stage().world.next(Mishap.LOST_AFTER);
    stage().run(booking);
    stage().news().forEach(event -> assertThat(stage().tell(event)).isEqualTo(200));

    stage().recoverAfter(Duration.ofHours(2));
    assertThat(stage().processed()).isPositive();

    assertThat(stage().trade.stand(booking)).isEqualTo(MoneyStage.PAID);
    stage().assertAllIsWell();
  }

  @Test
  default void a_refund_by_hand_that_is_told_ten_times_counts_once() {
    var booking = stage().paid();
    stage().tellAll();
    stage().world.refundByHand(stage().payment(booking), Money.of(1_130, "CAD"));
    var events = stage().news();

    for (var time = 0; time < 10; time++) {
      tellAsNew(events, time);
    }

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 1_130);
    stage().assertAllIsWell();
  }

  @Test
  default void two_refunds_by_hand_of_which_the_first_is_never_told_are_both_found() {
    var booking = stage().paid();
    stage().tellAll();
    stage().world.refundByHand(stage().payment(booking), Money.of(1_130, "CAD"));
    assertThat(stage().news()).isNotEmpty();
    stage().world.refundByHand(stage().payment(booking), Money.of(2_260, "CAD"));

    stage().tellAll();

    assertThat(stage().trade.held(booking)).isEqualTo(TOTAL - 3_390);
    stage().assertAllIsWell();
  }

  /** From the payment over a refund to the bank; nothing has been told of it. */
  private BookingId lived() {
    stage().tellAll();
    var booking = stage().paid();
    stage().refund(booking, 5_000);
    stage().act(stage().shop.owner(), booking, new Act.Deliver());
    stage().act(stage().client, booking, new Act.Confirm());
    assertThat(stage().aDayLater()).isEqualTo(1);
    stage().world.completePayout(MoneyStage.reference(latestPayout()), true);
    return booking;
  }

  /** An event about a payment that nobody of this market has asked for. */
  private String tellOfAStranger() {
    stage().tellAll();
    var world = stage().world;
    var _ =
        world.done(
            world.gateway().capture(world.anyCapture(), GatewayWorld.PRICE, world.methods().ok()));
    return stage().news().getLast();
  }

  /** Under names that have not been used before. */
  private void tellAsNew(List<String> events, int time) {
    for (var event : events) {
      var named = event.replaceFirst("\"id\":\"evt_", "\"id\":\"evt_" + time + "_");
      assertThat(stage().tell(named)).isEqualTo(200);
    }
    var _ = stage().processed();
  }

  private PaymentOperation latestPayout() {
    return stage().latest(PayoutEvent.subject(stage().payout().id()), Step.PAY_OUT);
  }
}
