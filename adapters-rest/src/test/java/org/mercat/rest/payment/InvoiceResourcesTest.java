package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** Invoices and credit notes on the wire. */
class InvoiceResourcesTest {

  private final MemoryTrade market = new MemoryTrade();

  @Test
  void an_invoice_shows_its_lines_and_taxes_and_what_they_sum_to() {
    var shown = shown(market.shop.owner(), market.paidWith(OK));

    assertThat(shown.path("number").asText()).isEqualTo("INV-2026-000001");
    assertThat(shown.path("status").asText()).isEqualTo("paid");
    assertThat(shown.path("paymentMethod").asText()).isEqualTo("gateway");
    assertThat(shown.path("lines"))
        .isEqualTo(
            json(
                """
                [{'kind': 'service', 'text': 'Portrait',
                  'amount': {'amount': 20000, 'currency': 'CAD'}},
                 {'kind': 'tip', 'amount': {'amount': 1000, 'currency': 'CAD'}}]
                """));
    assertThat(shown.path("taxes").path(0).path("component").asText()).isEqualTo("HST");
    assertThat(shown.path("taxes").path(0).path("ratePpm").asLong()).isEqualTo(130_000);
    assertThat(amounts(shown, "subtotal", "tax", "total", "paid", "refunded", "balance"))
        .isEqualTo("21000 2600 23600 23600 0 0");
  }

  @Test
  void a_refund_is_shown_on_the_invoice_and_on_its_credit_note() {
    var invoice = shown(market.client, market.partlyRefunded(OK));

    assertThat(invoice.path("status").asText()).isEqualTo("partially_refunded");
    var id = UUID.fromString(invoice.path("creditNotes").path(0).path("id").asText());
    var note = body(credit(market.client, id).getEntity());
    assertThat(note.path("number").asText()).isEqualTo("CN-2026-000001");
    assertThat(note.path("invoiceNumber").asText()).isEqualTo("INV-2026-000001");
    assertThat(note.path("lines"))
        .isEqualTo(json("[{'kind': 'service', 'amount': {'amount': 5000, 'currency': 'CAD'}}]"));
    assertThat(amounts(note, "subtotal", "tax", "total")).isEqualTo("5000 650 5650");
    assertThat(refusal(credit(market.trade.client(), id))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void what_others_have_is_404_as_what_there_is_not() {
    var booking = market.paidWith(OK);

    assertThat(refusal(ofBooking(market.trade.client(), booking))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(find(market.client, UUID.randomUUID()))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void what_is_not_paid_has_none() {
    assertThat(refusal(ofBooking(market.client, market.onHold()))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void a_list_may_ask_for_one_status() {
    var booking = market.paidWith(OK);

    assertThat(listed(market.client, "status=paid")).hasSize(1);
    assertThat(listed(market.shop.owner(), "")).hasSize(1);
    assertThat(listed(market.client, "status=void")).isEmpty();
    assertThat(listed(market.trade.client(), "")).isEmpty();
    var all = market.allInvoices.list(query("limit=1"), SignedIn.as(market.trade.admin())).items();
    assertThat(all).extracting(InvoiceView::booking).containsExactly(booking.value());
  }

  @Test
  void a_seller_writes_on_an_invoice_that_he_has_read() {
    var booking = market.paidWith(OK);
    var seller = market.shop.owner();
    var notes = "{'notes': 'Thank you.', 'internalNotes': 'Late.'}";

    assertThat(refusal(annotate(market.client, booking, notes, ifMatch(0))))
        .isEqualTo("403 FORBIDDEN");
    assertThat(refusal(annotate(seller, booking, notes, noHeaders())))
        .isEqualTo("428 IF_MATCH_MISSING");
    assertThat(refusal(annotate(seller, booking, notes, ifMatch(9)))).isEqualTo("412 STALE");
    var version = Long.parseLong(ofBooking(seller, booking).getEntityTag().getValue());
    assertThat(refusal(annotate(seller, booking, "{'notes': ''}", ifMatch(version))))
        .startsWith("422 UNACCEPTABLE_REQUEST /notes");

    var written = annotate(seller, booking, notes, ifMatch(version));

    assertThat(written.getStatus()).isEqualTo(200);
    assertThat(body(written.getEntity()).path("internalNotes").asText()).isEqualTo("Late.");
    assertThat(shown(market.client, booking).has("internalNotes")).isFalse();
    assertThat(shown(market.client, booking).path("notes").asText()).isEqualTo("Thank you.");
    var taken = annotate(seller, booking, "{'notes': null}", ifMatch(version + 1));
    assertThat(body(taken.getEntity()).has("notes")).isFalse();
  }

  @Test
  void what_is_paid_is_not_taken_back() {
    var id = id(market.paidWith(OK));

    assertThat(refusal(takeBack(market.trade.admin(), id))).isEqualTo("409 WRONG_STATE");
    assertThat(refusal(takeBack(market.client, id))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(takeBack(market.trade.admin(), UUID.randomUUID())))
        .isEqualTo("404 NOT_FOUND");
  }

  private UUID id(BookingId booking) {
    return UUID.fromString(shown(market.shop.owner(), booking).path("id").asText());
  }

  private JsonNode shown(Caller caller, BookingId booking) {
    return body(ofBooking(caller, booking).getEntity());
  }

  private static String amounts(JsonNode shown, String... members) {
    return String.join(
        " ",
        Arrays.stream(members).map(member -> shown.path(member).path("amount").asText()).toList());
  }

  private Response ofBooking(Caller caller, BookingId booking) {
    return market.bookingInvoices.ofBooking(booking.value(), plain(), SignedIn.as(caller));
  }

  private Response find(Caller caller, UUID invoice) {
    return market.invoices.find(invoice, plain(), SignedIn.as(caller));
  }

  private Response credit(Caller caller, UUID note) {
    return market.creditNotes.find(note, plain(), SignedIn.as(caller));
  }

  private List<InvoiceView> listed(Caller caller, String query) {
    return market.invoices.list(query(query), SignedIn.as(caller)).items();
  }

  private Response annotate(Caller caller, BookingId booking, String patch, HttpHeaders headers) {
    var invoice = id(booking);
    return answered(
        () ->
            market.invoices.annotate(invoice, json(patch), plain(), headers, SignedIn.as(caller)));
  }

  private Response takeBack(Caller caller, UUID invoice) {
    return market.allInvoices.takeBack(invoice, null, plain(), SignedIn.as(caller));
  }
}
