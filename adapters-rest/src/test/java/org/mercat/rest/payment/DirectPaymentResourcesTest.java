package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** Money that clients pay the provider himself, on the wire. */
class DirectPaymentResourcesTest {

  private static final String CHEQUE = "{'method': 'check', 'reference': 'no. 12'}";

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void a_provider_says_how_its_clients_pay() {
    var seller = market.shop.owner();
    assertThat(body(mode(seller).getEntity())).isEqualTo(json("{'paymentMode': 'stripe_connect'}"));

    var offline = "{'paymentMode': 'offline', 'paymentInstructions': 'Cash, please.'}";
    assertThat(body(set(seller, offline).getEntity())).isEqualTo(json(offline));

    assertThat(body(mode(seller).getEntity())).isEqualTo(json(offline));
    assertThat(refusal(set(seller, "{'paymentMode': 'barter'}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /paymentMode OUT_OF_RANGE");
    assertThat(refusal(set(market.client, offline))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(mode(market.client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(set(market.trade.vendor(), offline))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(mode(market.trade.vendor()))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void the_client_reads_how_and_until_when_to_pay_as_long_as_it_is_open() {
    var booking = agreed();

    var open = invoice(booking);
    assertThat(open.path("status").asText()).isEqualTo("sent");
    assertThat(open.path("paymentInstructions").asText()).isEqualTo("Cash, please.");
    assertThat(open.has("dueAt")).isTrue();

    var paid = body(mark(market.shop.owner(), booking, CHEQUE).getEntity());
    assertThat(paid.path("status").asText()).isEqualTo("paid");
    assertThat(paid.path("paymentMethod").asText()).isEqualTo("offline");
    assertThat(paid.path("received")).isEqualTo(json("{'method': 'check', 'reference': 'no. 12'}"));
    assertThat(paid.has("paymentInstructions")).isFalse();
  }

  @Test
  void whoever_was_paid_says_so_and_an_administrator_confirms_it() {
    var booking = agreed();
    var admin = market.trade.admin();
    var seller = market.shop.owner();

    assertThat(refusal(mark(market.client, booking, CHEQUE))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(mark(market.trade.client(), booking, CHEQUE))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(mark(seller, booking, "{'method': 'gold'}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /method OUT_OF_RANGE");
    assertThat(refusal(confirm(admin, booking))).isEqualTo("409 WRONG_STATE");
    assertThat(mark(seller, booking, CHEQUE).getStatus()).isEqualTo(200);
    assertThat(refusal(mark(seller, booking, CHEQUE))).isEqualTo("409 WRONG_STATE");
    assertThat(refusal(confirm(seller, booking))).isEqualTo("403 FORBIDDEN");
    var confirmed = body(confirm(admin, booking).getEntity());
    assertThat(confirmed.path("received").has("confirmedAt")).isTrue();
    assertThat(refusal(confirm(admin, UUID.randomUUID()))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(markById(seller, UUID.randomUUID(), CHEQUE))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void what_a_gateway_has_taken_nobody_marks() {
    var paid = market.paidWith(OK);

    assertThat(refusal(mark(market.shop.owner(), paid, CHEQUE))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void what_is_void_nobody_marks() {
    var off = agreed();
    market.trade.act(market.client, off, new Act.Cancel("Rain."));
    assertThat(market.market.direct.settleDirectBookings().handle()).isEqualTo(1);
    assertThat(refusal(mark(market.shop.owner(), off, CHEQUE))).isEqualTo("409 WRONG_STATE");
  }

  private BookingId agreed() {
    var offline = "{'paymentMode': 'offline', 'paymentInstructions': 'Cash, please.'}";
    assertThat(set(market.shop.owner(), offline).getStatus()).isEqualTo(200);
    var booking = market.onHold();
    assertThat(market.market.direct.settleDirectBookings().handle()).isEqualTo(1);
    return booking;
  }

  private Response mode(Caller caller) {
    return market.paymentMode.find(plain(), SignedIn.as(caller));
  }

  private Response set(Caller caller, String body) {
    return answered(() -> market.paymentMode.set(json(body), plain(), SignedIn.as(caller)));
  }

  private JsonNode invoice(BookingId booking) {
    return body(
        market
            .bookingInvoices
            .ofBooking(booking.value(), plain(), SignedIn.as(market.client))
            .getEntity());
  }

  private UUID id(BookingId booking) {
    return UUID.fromString(invoice(booking).path("id").asText());
  }

  private Response mark(Caller caller, BookingId booking, String body) {
    return markById(caller, id(booking), body);
  }

  private Response markById(Caller caller, UUID invoice, String body) {
    return answered(
        () -> market.invoicePayments.markPaid(invoice, json(body), plain(), SignedIn.as(caller)));
  }

  private Response confirm(Caller caller, BookingId booking) {
    return confirm(caller, id(booking));
  }

  private Response confirm(Caller caller, UUID invoice) {
    return answered(
        () -> market.paymentConfirmations.confirm(invoice, null, plain(), SignedIn.as(caller)));
  }
}
