package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.DECLINED;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.REQUIRES_ACTION;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.TIMEOUT_AFTER_WORK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** What a client has to do for his payment, and who else may not know it. */
class BookingPaymentResourceTest {

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void a_client_whose_bank_asks_is_told_where_to_go_on() {
    var answer = progress(market.client, market.paidWith(REQUIRES_ACTION));

    assertThat(body(answer.getEntity()))
        .isEqualTo(
            json("{'status': 'requires_action', 'nextStep': {'url': 'memory://payer/pay_1'}}"));
    assertThat(answer.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    assertThat(answer.getEntity().toString()).doesNotContain("pay_1");
  }

  @Test
  void a_payment_that_needs_nothing_says_how_far_it_has_come() {
    assertThat(status(OK)).isEqualTo(json("{'status': 'succeeded'}"));
    assertThat(status(TIMEOUT_AFTER_WORK)).isEqualTo(json("{'status': 'processing'}"));
    assertThat(status(DECLINED))
        .isEqualTo(json("{'status': 'failed', 'failure': 'CARD_DECLINED'}"));
  }

  @Test
  void the_next_step_is_the_clients_alone() {
    var booking = market.paidWith(REQUIRES_ACTION);
    var denied = new Caller(market.client.user(), market.client.roles(), Set.of());

    assertThat(refusal(progress(market.shop.owner(), booking))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(progress(denied, booking))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(progress(market.trade.client(), booking))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(progress(market.trade.admin(), booking))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void a_booking_that_nobody_has_paid_for_has_no_payment() {
    assertThat(refusal(progress(market.client, market.onHold()))).isEqualTo("404 NOT_FOUND");
  }

  private JsonNode status(PaymentMethod method) {
    var another = new MemoryTrade();
    return body(progress(another, another.client, another.paidWith(method)).getEntity());
  }

  private Response progress(Caller caller, BookingId booking) {
    return progress(market, caller, booking);
  }

  private static Response progress(MemoryTrade market, Caller caller, BookingId booking) {
    return market.bookingPayments.ofBooking(booking.value(), plain(), SignedIn.as(caller));
  }
}
