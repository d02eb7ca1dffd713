package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REFUND_PENDING;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;
import static org.mercat.rest.booking.MemoryTrade.asked;
import static org.mercat.rest.booking.MemoryTrade.stand;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.Trade;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;

/** What comes of a refund of a booking of 200.00, 26.00 tax and 10.00 tip. */
class BookingRefundsTest {

  private static final String ALL = "{'reason': 'A gesture.'}";

  private final MemoryTrade market = new MemoryTrade();
  private final Trade trade = market.trade;
  private final Caller owner = market.shop.owner();

  @Test
  void a_refund_of_a_part_is_200_and_the_booking_stands() {
    var answer = refund(owner, market.paidWith(OK), part(5_000));

    assertThat(stand(answer)).isEqualTo("200 CONFIRMED HELD");
    assertThat(body(answer.getEntity()).path("refunded"))
        .isEqualTo(json("{'amount': 5650, 'currency': 'CAD'}"));
  }

  @Test
  void a_refund_of_all_is_200_and_the_booking_is_off() {
    var answer = refund(trade.admin(), market.paidWith(OK), ALL);

    assertThat(stand(answer)).isEqualTo("200 CANCELLED REFUNDED");
    assertThat(body(answer.getEntity()).path("cancellation"))
        .isEqualTo(json("{'by': 'ADMIN', 'reason': 'A gesture.'}"));
  }

  @Test
  void a_refund_that_takes_its_time_is_200_and_under_way() {
    assertThat(stand(refund(owner, market.paidWith(REFUND_PENDING), ALL)))
        .isEqualTo("200 CANCELLED REFUNDING");
  }

  @Test
  void a_client_gets_money_back_by_cancelling() {
    assertThat(refusal(refund(market.client, market.paidWith(OK), ALL))).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void whoever_has_no_part_in_a_booking_does_not_learn_of_it() {
    var booking = market.paidWith(OK);
    var none = new BookingId(UUID.randomUUID());

    assertThat(refusal(refund(trade.client(), booking, ALL))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(refund(trade.vendor(), booking, ALL))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(refund(trade.admin(), none, ALL))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void an_amount_in_another_currency_is_a_wrong_member() {
    var dollars = part(5_000).replace("CAD", "USD");

    assertThat(refusal(refund(owner, market.paidWith(OK), dollars)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /amount/currency OUT_OF_RANGE");
  }

  @Test
  void more_than_is_left_is_422_at_the_amount() {
    var booking = market.partlyRefunded(OK);

    assertThat(refusal(refund(owner, booking, part(15_001))))
        .isEqualTo("422 REFUND_EXCEEDS_REMAINING /amount REFUND_EXCEEDS_REMAINING");
    assertThat(refund(owner, booking, part(15_000)).getStatus()).isEqualTo(200);
  }

  @Test
  void what_was_never_paid_is_not_refunded() {
    assertThat(refusal(refund(owner, market.onHold(), ALL))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void what_was_released_may_go_back() {
    var released = market.paidWith(OK);
    trade.deliverAndConfirm(market.shop, market.client, released);

    assertThat(refund(owner, released, part(1_000)).getStatus()).isEqualTo(200);
  }

  @Test
  void what_is_back_whole_does_not_go_back_again() {
    var booking = market.paidWith(OK);
    assertThat(refund(owner, booking, ALL).getStatus()).isEqualTo(200);

    assertThat(refusal(refund(owner, booking, ALL))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void nothing_is_refunded_while_a_payment_has_no_answer() {
    assertThat(refusal(refund(owner, market.paidWith(TIMEOUT_AFTER_WORK), ALL)))
        .isEqualTo("409 OUTCOME_UNKNOWN");
  }

  @Test
  void nothing_is_refunded_while_another_refund_is_under_way() {
    assertThat(refusal(refund(owner, market.partlyRefunded(REFUND_PENDING), ALL)))
        .isEqualTo("409 OUTCOME_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                                          | /reason REQUIRED
          {'reason': 'x', 'amount': {'amount': 0, 'currency': 'CAD'}} | /amount OUT_OF_RANGE
          {'reason': 'x', 'amount': {'amount': 1}}          | /amount/currency REQUIRED
          {'reason': 'x', 'amount': 100}                    | /amount MALFORMED
          {'reason': 'x', 'tip': {'amount': 1, 'currency': 'CAD'}}    | /tip UNKNOWN_MEMBER
          """)
  void a_wrong_member_of_a_refund_is_named(String sent, String violation) {
    assertThat(refusal(refund(owner, market.paidWith(OK), sent)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST " + violation);
  }

  private Response refund(Caller caller, BookingId booking, String sent) {
    return asked(market.bookings::refund, caller, booking, sent);
  }

  private static String part(long minor) {
    return "{'amount': {'amount': " + minor + ", 'currency': 'CAD'}, 'reason': 'A gesture.'}";
  }
}
