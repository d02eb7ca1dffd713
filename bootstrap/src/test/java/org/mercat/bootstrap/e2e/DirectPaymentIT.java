package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A client pays the provider himself: from the bill to the fee, and what comes too late. */
class DirectPaymentIT {

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(5_000));
  private final Api own = provider.api();
  private final Api client = market.client();
  private final Instant before = market.now();

  @AfterEach
  void at_the_time_of_before() {
    market.setTime(before);
    market.assertTheBooksAreRight();
  }

  @Test
  void a_booking_stands_at_once_and_its_fee_is_a_debt_when_it_is_done_and_paid_for() {
    var booking = agreed();
    var stand = client.get("/bookings/" + booking).expect(200).json();
    assertThat(stand.path("lifecycle").asText()).isEqualTo("CONFIRMED");
    assertThat(stand.path("money").asText()).isEqualTo("NONE");

    var invoice = invoice(booking);
    assertThat(invoice.path("status").asText()).isEqualTo("sent");
    assertThat(invoice.path("paymentInstructions").asText()).isEqualTo("Cash, please.");
    assertThat(Market.amount(invoice, "balance")).isEqualTo(5_650);

    var path = "/invoices/" + invoice.path("id").asText();
    var cash = Map.of("method", "cash", "reference", "receipt 7");
    client.post(path + "/mark-paid", cash).expectProblem(403, "FORBIDDEN");
    var paid = own.post(path + "/mark-paid", cash).expect(200).json();
    assertThat(paid.path("status").asText()).isEqualTo("paid");
    assertThat(paid.path("paymentMethod").asText()).isEqualTo("offline");
    var confirmed = market.admin().post("/admin" + path + "/confirm-payment").expect(200).json();
    assertThat(confirmed.path("received").has("confirmedAt")).isTrue();

    var _ = own.post("/bookings/" + booking + "/deliver").expect(200);
    var _ = client.post("/bookings/" + booking + "/confirm").expect(200);

    var ledger = own.get("/bookings/" + booking + "/ledger").expect(200).json();
    var fee = Market.balance(ledger, "provider:");
    assertThat(fee).isGreaterThanOrEqualTo(750);
    assertThat(ledger.path("postings").findValuesAsText("kind")).containsOnly("direct_fee");
    var balance = own.get("/providers/me/balance").expect(200).json();
    assertThat(Market.amount(balance.path("balances").path(0), "debt")).isEqualTo(fee);
  }

  @Test
  void the_gateway_is_not_asked_and_what_is_called_off_is_not_to_be_paid() {
    offline();
    var order =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 9),
            "paymentMethod",
            "sbx_ok");
    client.post("/bookings", order).expectProblem(409, "NOT_PAYABLE");

    var booking = agreed();
    client
        .post("/bookings/" + booking + "/pay", Map.of("paymentMethod", "sbx_ok"))
        .expectProblem(409, "WRONG_STATE");
    var _ = client.post("/bookings/" + booking + "/cancel", Map.of("reason", "Rain.")).expect(200);

    var invoice = invoice(booking);
    assertThat(invoice.path("status").asText()).isEqualTo("void");
    own.post("/invoices/" + invoice.path("id").asText() + "/mark-paid", Map.of("method", "other"))
        .expectProblem(409, "WRONG_STATE");
  }

  @Test
  void what_nobody_has_paid_in_time_is_overdue() {
    var booking = agreed();
    var due = Instant.parse(invoice(booking).path("dueAt").asText());

    market.setTime(due.plus(Duration.ofMinutes(1)));
    Market.await(() -> invoice(booking).path("status").asText().equals("overdue"));

    assertThat(client.get("/invoices?status=overdue").expect(200).json().path("items")).hasSize(1);
    var path = "/invoices/" + invoice(booking).path("id").asText() + "/mark-paid";
    var paid = market.admin().post(path, Map.of("method", "check")).expect(200).json();
    assertThat(paid.path("status").asText()).isEqualTo("paid");
    assertThat(paid.path("received").has("confirmedAt")).isTrue();
  }

  private void offline() {
    var mode = Map.of("paymentMode", "offline", "paymentInstructions", "Cash, please.");
    var _ = own.put("/providers/me/payment-mode", mode).expect(200);
  }

  private String agreed() {
    offline();
    var order = Map.of("listing", provider.listing(), "start", market.slot(provider, 9));
    return client.post("/bookings", order).expect(201).id();
  }

  private JsonNode invoice(String booking) {
    return client.get("/bookings/" + booking + "/invoice").expect(200).json();
  }
}
