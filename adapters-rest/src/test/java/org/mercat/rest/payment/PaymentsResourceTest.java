package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_FAILS;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;
import static org.mercat.rest.booking.MemoryTrade.stand;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** What comes of taking the money of a booking that the body names, and of releasing it by hand. */
class PaymentsResourceTest {

  private static final String NO_SUCH_BOOKING = "422 UNACCEPTABLE_REQUEST /booking NOT_FOUND";

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void a_hold_whose_money_is_taken_is_200_and_confirmed() {
    assertThat(stand(capture(market.client, market.onHold(), "sbx_ok")))
        .isEqualTo("200 CONFIRMED HELD");
  }

  @Test
  void a_declined_payment_is_402() {
    assertThat(refusal(capture(market.client, market.onHold(), "sbx_declined")))
        .isEqualTo("402 PAYMENT_DECLINED");
  }

  @Test
  void only_the_client_pays() {
    assertThat(refusal(capture(market.shop.owner(), market.onHold(), "sbx_ok")))
        .isEqualTo("403 FORBIDDEN");
  }

  @Test
  void a_booking_of_others_is_a_wrong_member_as_one_that_is_none() {
    assertThat(refusal(capture(market.trade.client(), market.onHold(), "sbx_ok")))
        .isEqualTo(NO_SUCH_BOOKING);
    assertThat(refusal(capture(market.client, new BookingId(UUID.randomUUID()), "sbx_ok")))
        .isEqualTo(NO_SUCH_BOOKING);
  }

  @Test
  void a_booking_that_is_paid_is_not_paid_again() {
    assertThat(refusal(capture(market.client, market.paidWith(OK), "sbx_ok")))
        .isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_hold_that_is_over_is_not_paid() {
    var booking = market.onHold();
    market.market.in.market.advance(Booking.HOLD);

    assertThat(refusal(capture(market.client, booking, "sbx_ok"))).isEqualTo("409 HOLD_EXPIRED");
  }

  @Test
  void nothing_is_paid_while_a_payment_has_no_answer() {
    assertThat(refusal(capture(market.client, market.paidWith(TIMEOUT_AFTER_WORK), "sbx_ok")))
        .isEqualTo("409 OUTCOME_UNKNOWN");
  }

  @Test
  void everything_that_is_wrong_with_a_payment_is_told_at_once() {
    var sent = json("{'booking': 7, 'amount': 1}");

    assertThat(refusal(market.payments.capture(sent, plain(), SignedIn.as(market.client))))
        .isEqualTo(
            "422 UNACCEPTABLE_REQUEST /booking MALFORMED /paymentMethod REQUIRED"
                + " /amount UNKNOWN_MEMBER");
  }

  @Test
  void only_administrators_release_money() {
    var booking = market.paidWith(OK);

    assertThat(refusal(payout(market.shop.owner(), booking))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(payout(market.client, booking))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void money_of_no_booking_is_a_wrong_member() {
    assertThat(refusal(payout(market.trade.admin(), new BookingId(UUID.randomUUID()))))
        .isEqualTo(NO_SUCH_BOOKING);
  }

  @Test
  void money_that_is_not_due_is_409() {
    var confirmed = market.paidWith(OK);
    assertThat(refusal(payout(market.trade.admin(), confirmed))).isEqualTo("409 WRONG_STATE");

    market.trade.deliverAndConfirm(market.shop, market.client, confirmed);
    assertThat(refusal(payout(market.trade.admin(), confirmed))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void money_is_not_due_while_a_refund_is_under_way() {
    var booking = market.partlyRefunded(REFUND_PENDING);
    market.trade.deliverAndConfirm(market.shop, market.client, booking);

    assertThat(refusal(payout(market.trade.admin(), booking))).isEqualTo("409 OUTCOME_UNKNOWN");
  }

  @Test
  void money_that_the_client_is_owed_is_not_released_and_the_answer_says_what_to_do() {
    var booking = market.partlyRefunded(REFUND_FAILS);
    market.trade.deliverAndConfirm(market.shop, market.client, booking);

    var answer = payout(market.trade.admin(), booking);

    assertThat(body(answer.getEntity()).path("detail").textValue()).contains("repeat it");
    assertThat(refusal(answer)).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_payout_names_its_booking_and_no_amount() {
    var sent = json("{'amount': {'amount': 1, 'currency': 'CAD'}}");

    assertThat(refusal(market.payments.payout(sent, plain(), SignedIn.as(market.trade.admin()))))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /booking REQUIRED /amount UNKNOWN_MEMBER");
  }

  private Response capture(Caller caller, BookingId booking, String method) {
    var sent = "{'booking': '" + booking.value() + "', 'paymentMethod': '" + method + "'}";
    return market.payments.capture(json(sent), plain(), SignedIn.as(caller));
  }

  private Response payout(Caller caller, BookingId booking) {
    var sent = json("{'booking': '" + booking.value() + "'}");
    return market.payments.payout(sent, plain(), SignedIn.as(caller));
  }
}
