package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** What a provider has earned reaches its bank, or comes back, and a debt is made up for. */
class PayoutIT {

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(5_000));
  private final Api own = provider.api();
  private final Instant before = market.now();

  @AfterEach
  void at_the_time_of_before() {
    market.setTime(before);
    market.assertTheBooksAreRight();
  }

  @Test
  void what_was_earned_is_in_the_bank_the_next_day() {
    var booking = earned("sbx_ok");
    var payout = payoutOf(booking);
    assertThat(balance("payable")).isEqualTo(payout);
    assertThat(balance("inTransit")).isZero();
    assertThat(payouts()).isEmpty();

    nextDay();

    assertThat(balance("payable")).isZero();
    assertThat(balance("inTransit")).isZero();
    assertThat(payouts()).hasSize(1);
    var paid = payouts().get(0);
    assertThat(paid.path("state").asText()).isEqualTo("paid");
    assertThat(Market.amount(paid, "amount")).isEqualTo(payout);
    var details = own.get("/providers/me/payouts/" + paid.path("id").asText()).expect(200).json();
    assertThat(details.path("transfers")).hasSize(1);
    assertThat(details.path("transfers").get(0).path("booking").asText()).isEqualTo(booking);

    var statement = statement();
    assertThat(kinds(statement)).isEqualTo("transfer release");
    assertThat(Market.amount(statement.path("sums"), "credits")).isEqualTo(-payout);
    assertThat(Market.amount(statement.path("sums"), "debits")).isEqualTo(payout);
    assertThat(Market.amount(statement.path("sums"), "closing")).isZero();
    var ledger = own.get("/bookings/" + booking + "/ledger").expect(200).json();
    assertThat(Market.balance(ledger, "provider:")).isZero();
    assertThat(Market.balance(ledger, "connect_balance:")).isEqualTo(payout);
  }

  @Test
  void who_is_paid_out_by_hand_asks_for_it() {
    var schedule = own.put("/providers/me/payout-schedule", Map.of("interval", "manual"));
    assertThat(schedule.expect(200).json().has("nextAt")).isFalse();
    own.post("/providers/me/payouts").expectProblem(409, "WRONG_STATE");
    var payout = payoutOf(earned("sbx_ok"));
    nextDay();
    assertThat(payouts()).isEmpty();

    var started = own.post("/providers/me/payouts").expect(200).json().path("items");

    assertThat(started).hasSize(1);
    assertThat(started.get(0).path("state").asText()).isEqualTo("paid");
    assertThat(Market.amount(started.get(0), "amount")).isEqualTo(payout);
    own.put("/providers/me/payout-schedule", Map.of("interval", "weekly"))
        .expectProblem(422, "UNACCEPTABLE_REQUEST");
    market.client().get("/providers/me/payouts").expectProblem(403, "FORBIDDEN");
  }

  @Test
  void a_payout_that_the_bank_sends_back_is_paused_refunded_from_and_tried_again() {
    var booking = earned("sbx_payout_fails_after_paid");
    var payout = payoutOf(booking);
    nextDay();
    Market.await(() -> payouts().get(0).path("state").asText().equals("failed"));
    assertThat(payouts().get(0).path("failure").asText()).isEqualTo("payee_not_ready");
    assertThat(balance("inTransit")).isEqualTo(payout);
    assertThat(whole().path("schedule").path("paused").asBoolean()).isTrue();
    own.post("/providers/me/payouts").expectProblem(409, "WRONG_STATE");

    var kept = refunded(booking, 2_000);
    assertThat(balance("inTransit")).isEqualTo(kept);
    assertThat(balance("payable")).isZero();
    assertThat(balance("debt")).isZero();

    var path = "/admin/payouts/" + payouts().get(0).path("id").asText() + "/retry";
    var again = market.admin().post(path).expect(200).json();
    assertThat(again.path("state").asText()).isEqualTo("paid");
    assertThat(Market.amount(again, "amount")).isEqualTo(kept);
    assertThat(balance("inTransit")).isZero();
    market.admin().post(path).expectProblem(409, "WRONG_STATE");
    own.post(path).expectProblem(403, "FORBIDDEN");
  }

  @Test
  void what_was_refunded_after_the_payout_is_made_up_for_by_the_next_one() {
    var booking = earned("sbx_ok");
    var first = payoutOf(booking);
    nextDay();

    var debt = first - refunded(booking, 2_000);
    assertThat(balance("debt")).isEqualTo(debt);
    assertThat(owing()).isEqualTo(debt);
    var second = payoutOf(earned("sbx_ok"));
    assertThat(balance("payable")).isEqualTo(second - debt);
    nextDay();

    assertThat(Market.amount(payouts().get(0), "amount")).isEqualTo(second - debt);
    assertThat(balance("payable")).isZero();
    assertThat(balance("debt")).isZero();
    assertThat(owing()).isZero();
  }

  @Test
  void the_platform_bears_what_a_provider_will_not_pay() {
    var booking = earned("sbx_ok");
    var first = payoutOf(booking);
    nextDay();
    var debt = first - refunded(booking, 5_000);
    var path = "/admin/receivables/" + provider.id() + "/write-off";
    var command = writeOff(debt);
    own.post(path, command).expectProblem(403, "FORBIDDEN");
    market.admin().post(path, writeOff(debt + 1)).expectProblem(412, "STALE");

    var written = market.admin().post(path, command).expect(200).json();

    assertThat(Market.amount(written, "debt")).isEqualTo(debt);
    assertThat(balance("debt")).isZero();
    assertThat(kinds(statement())).startsWith("write_off ");
    market.admin().post(path, command).expectProblem(409, "WRONG_STATE");
  }

  private static Map<String, Object> writeOff(long debt) {
    return Map.of("debt", Map.of("amount", debt, "currency", "CAD"), "reason", "It is closed.");
  }

  private String earned(String method) {
    var client = market.client();
    var booking = market.paid(client, provider, method);
    own.post("/bookings/" + booking + "/deliver").expect(200);
    client.post("/bookings/" + booking + "/confirm").expect(200);
    return booking;
  }

  private long payoutOf(String booking) {
    return Market.amount(own.get("/bookings/" + booking).expect(200).json(), "payout");
  }

  /** Returns what the provider keeps of the booking. */
  private long refunded(String booking, long amount) {
    var part = Map.of("amount", Map.of("amount", amount, "currency", "CAD"), "reason", "Late.");
    own.post("/bookings/" + booking + "/refund", part).expect(200);
    return payoutOf(booking);
  }

  /** Jobs of the market run when its time is set. */
  private void nextDay() {
    market.setTime(market.now().plus(Duration.ofDays(1)));
  }

  private JsonNode whole() {
    return own.get("/providers/me/balance").expect(200).json();
  }

  private long balance(String part) {
    return StreamSupport.stream(whole().path("balances").spliterator(), false)
        .mapToLong(balance -> Market.amount(balance, part))
        .sum();
  }

  private JsonNode payouts() {
    return own.get("/providers/me/payouts").expect(200).json().path("items");
  }

  private JsonNode statement() {
    var time =
        "from=%s&to=%s"
            .formatted(before.minus(Duration.ofDays(1)), before.plus(Duration.ofDays(9)));
    return own.get("/providers/me/statement?" + time).expect(200).json();
  }

  private static String kinds(JsonNode statement) {
    return String.join(
        " ",
        StreamSupport.stream(statement.path("items").spliterator(), false)
            .map(line -> line.path("kind").asText())
            .toList());
  }

  /** What the administrators see that the provider owes. */
  private long owing() {
    var items = market.admin().get("/admin/receivables?limit=100").expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(debt -> debt.path("provider").asText().equals(provider.id()))
        .mapToLong(debt -> Market.amount(debt, "debt"))
        .sum();
  }
}
