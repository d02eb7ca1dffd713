package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;
import static org.mercat.rest.booking.MemoryTrade.asked;
import static org.mercat.rest.booking.MemoryTrade.stand;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.Trade;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.booking.MemoryTrade.Operation;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;

/** What comes of the acts of the parties: pay, start, deliver, confirm and cancel. */
class BookingActsTest {

  private static final String NOT_FOUND = "404 NOT_FOUND";
  private static final String FORBIDDEN = "403 FORBIDDEN";
  private static final String WRONG_STATE = "409 WRONG_STATE";
  private static final String HOLD_EXPIRED = "409 HOLD_EXPIRED";
  private static final String OUTCOME_UNKNOWN = "409 OUTCOME_UNKNOWN";

  private final MemoryTrade market = new MemoryTrade();
  private final Trade trade = market.trade;
  private final Caller client = market.client;
  private final Caller owner = market.shop.owner();
  private final BookingsResource resource = market.bookings;
  private final List<Operation> acts =
      List.of(resource::start, resource::deliver, resource::confirm);

  @Test
  void a_hold_that_is_paid_is_200_and_confirmed() {
    assertThat(stand(pay(market.onHold(), "sbx_ok"))).isEqualTo("200 CONFIRMED HELD");
  }

  @Test
  void a_payment_that_waits_for_its_payer_is_200_and_the_hold_runs_on() {
    assertThat(stand(pay(market.onHold(), "sbx_requires_action")))
        .isEqualTo("200 AWAITING_PAYMENT NONE");
  }

  @Test
  void paying_takes_a_verified_address_where_the_tenant_wants_one() {
    var booking = market.onHold();
    market.market.in.verification.want(true);

    assertThat(refusal(pay(booking, "sbx_ok"))).isEqualTo("409 VERIFICATION_REQUIRED");
  }

  @Test
  void a_payment_without_an_answer_is_200_and_says_so() {
    var answer = pay(market.onHold(), "sbx_timeout_after_work");

    assertThat(stand(answer)).isEqualTo("200 AWAITING_PAYMENT CAPTURING");
    assertThat(body(answer.getEntity()).path("outcomeUnknown").booleanValue()).isTrue();
  }

  @Test
  void a_declined_payment_is_402_and_another_one_may_follow() {
    var booking = market.onHold();

    assertThat(refusal(pay(booking, "sbx_insufficient_funds"))).isEqualTo("402 PAYMENT_DECLINED");
    assertThat(refusal(pay(booking, "no such method"))).isEqualTo("402 PAYMENT_DECLINED");
    assertThat(stand(pay(booking, "sbx_ok"))).isEqualTo("200 CONFIRMED HELD");
  }

  @Test
  void a_booking_that_is_paid_is_not_paid_again() {
    assertThat(refusal(pay(market.paidWith(OK), "sbx_ok"))).isEqualTo(WRONG_STATE);
  }

  @Test
  void a_hold_that_is_over_is_not_paid_whether_it_has_been_ended_or_not() {
    var booking = market.onHold();
    market.market.in.market.advance(Booking.HOLD);

    assertThat(refusal(pay(booking, "sbx_ok"))).isEqualTo(HOLD_EXPIRED);
    assertThat(market.market.letTimePass.handle()).isEqualTo(1);
    assertThat(refusal(pay(booking, "sbx_ok"))).isEqualTo(HOLD_EXPIRED);
  }

  @Test
  void nothing_is_paid_while_a_payment_has_no_answer() {
    assertThat(refusal(pay(market.paidWith(TIMEOUT_AFTER_WORK), "sbx_ok")))
        .isEqualTo(OUTCOME_UNKNOWN);
  }

  @Test
  void nothing_is_paid_while_a_payment_waits_for_its_payer() {
    assertThat(refusal(pay(market.paidWith(REQUIRES_ACTION), "sbx_ok"))).isEqualTo(OUTCOME_UNKNOWN);
  }

  @Test
  void the_work_is_begun_delivered_and_confirmed() {
    var booking = market.paidWith(OK);

    assertThat(stand(asked(resource::start, owner, booking, "{}")))
        .isEqualTo("200 IN_PROGRESS HELD");
    assertThat(stand(asked(resource::deliver, owner, booking, "{}")))
        .isEqualTo("200 DELIVERED HELD");
    assertThat(stand(asked(resource::confirm, client, booking, "{}")))
        .isEqualTo("200 COMPLETED RELEASED");
  }

  @Test
  void an_act_needs_no_body() {
    var booking = market.paidWith(OK).value();

    var answer = resource.deliver(booking, null, query(""), SignedIn.as(owner));

    assertThat(answer.getStatus()).isEqualTo(200);
  }

  @Test
  void an_act_that_the_life_cycle_does_not_know_is_409() {
    var onHold = market.onHold();

    assertThat(refusal(asked(resource::start, owner, onHold, "{}"))).isEqualTo(WRONG_STATE);
    assertThat(refusal(asked(resource::deliver, owner, onHold, "{}"))).isEqualTo(WRONG_STATE);
    assertThat(refusal(asked(resource::confirm, client, onHold, "{}"))).isEqualTo(WRONG_STATE);
  }

  @Test
  void what_the_client_does_is_forbidden_to_the_provider_and_the_other_way_round() {
    var booking = market.paidWith(OK);

    assertThat(refusal(asked(resource::pay, owner, booking, payment("sbx_ok"))))
        .isEqualTo(FORBIDDEN);
    assertThat(refusal(asked(resource::confirm, owner, booking, "{}"))).isEqualTo(FORBIDDEN);
    assertThat(refusal(asked(resource::start, client, booking, "{}"))).isEqualTo(FORBIDDEN);
    assertThat(refusal(asked(resource::deliver, client, booking, "{}"))).isEqualTo(FORBIDDEN);
  }

  @Test
  void an_administrator_only_cancels() {
    var booking = market.paidWith(OK);

    for (var act : acts) {
      assertThat(refusal(asked(act, trade.admin(), booking, "{}"))).isEqualTo(FORBIDDEN);
    }
    assertThat(stand(cancel(trade.admin(), booking))).isEqualTo("200 CANCELLED REFUNDED");
  }

  @Test
  void whoever_has_no_part_in_a_booking_does_not_learn_of_it() {
    var booking = market.paidWith(OK);
    var none = new BookingId(UUID.randomUUID());

    for (var stranger : List.of(trade.client(), trade.vendor())) {
      assertNotFound(stranger, booking);
    }
    assertNotFound(client, none);
  }

  @Test
  void a_hold_that_is_given_up_is_200_and_costs_nothing() {
    assertThat(stand(cancel(client, market.onHold()))).isEqualTo("200 CANCELLED NONE");
  }

  @Test
  void a_cancelled_booking_tells_by_whom_and_why_and_what_went_back() {
    var shown = body(cancel(owner, market.paidWith(OK)).getEntity());

    assertThat(shown.path("cancellation")).isEqualTo(json("{'by': 'PROVIDER', 'reason': 'Rain.'}"));
    assertThat(shown.path("refunded")).isEqualTo(json("{'amount': 23600, 'currency': 'CAD'}"));
    assertThat(shown.path("payout")).isEqualTo(json("{'amount': 0, 'currency': 'CAD'}"));
  }

  @Test
  void a_late_cancellation_pays_the_provider_for_what_does_not_go_back() {
    var booking = market.paidWith(OK);
    market.market.in.market.set(Trade.TUESDAY.minus(Duration.ofHours(30)));

    var answer = cancel(client, booking);

    assertThat(stand(answer)).isEqualTo("200 CANCELLED RELEASED");
    assertThat(body(answer.getEntity()).path("refunded"))
        .isEqualTo(json("{'amount': 12300, 'currency': 'CAD'}"));
  }

  @Test
  void a_refund_that_takes_its_time_shows_in_the_money() {
    assertThat(stand(cancel(owner, market.paidWith(REFUND_PENDING))))
        .isEqualTo("200 CANCELLED REFUNDING");
  }

  @Test
  void a_refund_that_comes_to_nothing_leaves_the_booking_cancelled_and_the_money_held() {
    assertThat(stand(cancel(owner, market.paidWith(REFUND_FAILS)))).isEqualTo("200 CANCELLED HELD");
  }

  @Test
  void what_is_done_or_off_is_not_cancelled() {
    var done = market.paidWith(OK);
    trade.deliverAndConfirm(market.shop, client, done);
    assertThat(refusal(cancel(client, done))).isEqualTo(WRONG_STATE);

    var off = market.onHold();
    assertThat(cancel(client, off).getStatus()).isEqualTo(200);
    assertThat(refusal(cancel(client, off))).isEqualTo(WRONG_STATE);
  }

  @Test
  void nothing_is_cancelled_while_a_payment_has_no_answer() {
    assertThat(refusal(cancel(client, market.paidWith(TIMEOUT_AFTER_WORK))))
        .isEqualTo(OUTCOME_UNKNOWN);
  }

  @Test
  void nothing_is_cancelled_while_a_part_is_on_its_way_back() {
    assertThat(refusal(cancel(client, market.partlyRefunded(REFUND_PENDING))))
        .isEqualTo(OUTCOME_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                         | /paymentMethod REQUIRED
          {'paymentMethod': 7}                       | /paymentMethod MALFORMED
          {'paymentMethod': ''}                      | /paymentMethod OUT_OF_RANGE
          {'paymentMethod': 'sbx_ok', 'amount': 1}   | /amount UNKNOWN_MEMBER
          """)
  void a_wrong_member_of_a_payment_is_named(String sent, String violation) {
    assertThat(refusal(asked(resource::pay, client, market.onHold(), sent)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST " + violation);
  }

  @Test
  void a_cancellation_needs_a_reason_of_at_most_500_characters() {
    var booking = market.onHold();
    var endless = "{'reason': '" + "x".repeat(501) + "'}";

    assertThat(refusal(asked(resource::cancel, client, booking, "{}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /reason REQUIRED");
    assertThat(refusal(asked(resource::cancel, client, booking, endless)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /reason OUT_OF_RANGE");
  }

  @Test
  void the_other_acts_take_no_members() {
    var booking = market.paidWith(OK);

    for (var act : acts) {
      assertThat(refusal(asked(act, owner, booking, "{'at': 'noon'}")))
          .isEqualTo("422 UNACCEPTABLE_REQUEST /at UNKNOWN_MEMBER");
    }
  }

  @Test
  void an_act_knows_no_query() {
    var booking = market.onHold().value();
    var reason = json("{'reason': 'Rain.'}");

    assertThatThrownBy(
            () -> resource.cancel(booking, reason, query("force=true"), SignedIn.as(client)))
        .isInstanceOf(UnreadableRequest.class);
  }

  private void assertNotFound(Caller caller, BookingId booking) {
    for (var act : acts) {
      assertThat(refusal(asked(act, caller, booking, "{}"))).isEqualTo(NOT_FOUND);
    }
    assertThat(refusal(asked(resource::pay, caller, booking, payment("sbx_ok"))))
        .isEqualTo(NOT_FOUND);
    assertThat(refusal(cancel(caller, booking))).isEqualTo(NOT_FOUND);
  }

  private Response pay(BookingId booking, String method) {
    return asked(resource::pay, client, booking, payment(method));
  }

  private Response cancel(Caller caller, BookingId booking) {
    return asked(resource::cancel, caller, booking, "{'reason': 'Rain.'}");
  }

  private static String payment(String method) {
    return "{'paymentMethod': '" + method + "'}";
  }
}
