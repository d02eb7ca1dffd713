package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A payer's bank contests a payment, and wins or loses (PAYMENTS 4, example C). */
class ChargebackIT {

  private static final long FEE = 1_500;

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(12_000));
  private final Api own = provider.api();
  private final Api admin = market.admin();
  private final Api client = market.client();
  private final Instant before = market.now();

  @AfterEach
  void at_the_time_of_before() {
    market.setTime(before);
    market.assertTheBooksAreRight();
  }

  @Test
  void what_is_lost_after_the_payout_is_owed_and_netted_from_the_next_one() {
    var booking = market.paid(client, provider, "sbx_ok");
    var paid = posted(booking, "gateway_clearing");
    complete(booking);
    var share = payoutOf(booking);
    nextDay();

    var dispute = contested(booking);
    assertThat(posted(booking, "disputes_held")).isEqualTo(paid);
    assertThat(posted(booking, "dispute_fees")).isEqualTo(FEE);
    assertThat(posted(booking, "gateway_clearing")).isEqualTo(-share - FEE);
    own.post("/bookings/" + booking + "/refund", Map.of("reason", "A gesture."))
        .expectProblem(409, "DISPUTED");
    answered(booking);

    end(dispute, "lose");
    Market.await(() -> chargeback(booking).path("status").asText().equals("lost"));

    assertThat(chargeback(booking).path("frozen").asBoolean()).isFalse();
    assertThat(Market.amount(chargeback(booking), "lost")).isEqualTo(paid);
    assertThat(posted(booking, "disputes_held")).isZero();
    assertThat(posted(booking, "platform_")).isZero();
    assertThat(posted(booking, "provider:")).isEqualTo(share);
    assertThat(balance("debt")).isEqualTo(share);

    var second = earned();
    var third = earned();
    assertThat(balance("payable")).isEqualTo(second + third - share);
    nextDay();

    assertThat(Market.amount(payouts().get(0), "amount")).isEqualTo(second + third - share);
    assertThat(balance("debt")).isZero();
    assertThat(balance("payable")).isZero();
  }

  @Test
  void what_is_contested_while_it_is_held_is_released_by_itself_when_it_is_won() {
    var booking = market.paid(client, provider, "sbx_ok");
    var paid = posted(booking, "gateway_clearing");
    var dispute = contested(booking);
    complete(booking);
    assertThat(posted(booking, "escrow:")).isEqualTo(-paid);
    admin.post("/payments/payout", Map.of("booking", booking)).expectProblem(409, "DISPUTED");

    end(dispute, "win");
    Market.await(() -> chargeback(booking).path("status").asText().equals("won"));

    assertThat(posted(booking, "escrow:")).isZero();
    assertThat(posted(booking, "disputes_held")).isZero();
    assertThat(posted(booking, "gateway_clearing")).isEqualTo(paid - FEE);
    assertThat(balance("payable")).isEqualTo(payoutOf(booking));
  }

  @Test
  void only_the_provider_of_the_booking_and_administrators_see_a_chargeback() {
    var booking = market.paid(client, provider, "sbx_ok");
    own.get("/bookings/" + booking + "/chargeback").expectProblem(404, "NOT_FOUND");
    var dispute = contested(booking);

    client.get("/bookings/" + booking + "/chargeback").expectProblem(403, "FORBIDDEN");
    var stranger = market.provider(Place.TORONTO, Market.hourly(5_000)).api();
    stranger.get("/bookings/" + booking + "/chargeback").expectProblem(404, "NOT_FOUND");
    own.get("/admin/chargebacks").expectProblem(403, "FORBIDDEN");
    assertThat(of(booking)).hasSize(1);

    end(dispute, "win");
    Market.await(() -> chargeback(booking).path("status").asText().equals("won"));
  }

  /** The provider tells, an administrator answers the bank, and the bank takes it once. */
  private void answered(String booking) {
    own.post("/bookings/" + booking + "/chargeback/evidence", Map.of("text", "I was there."))
        .expect(200);
    var path = "/admin/chargebacks/" + chargeback(booking).path("id").asText();
    var details = admin.get(path).expect(200).json();
    assertThat(details.at("/chargeback/material/0/text").asText()).isEqualTo("I was there.");
    var evidence = Map.of("answers", Map.of("serviceDate", "2026-11-12"), "submit", true);
    var answer = admin.post(path + "/evidence", evidence).expect(200).json();
    assertThat(answer.at("/chargeback/evidence").asText()).isEqualTo("submitted");
    admin.post(path + "/evidence", evidence).expectProblem(409, "WRONG_STATE");
    Market.await(() -> chargeback(booking).path("status").asText().equals("under_review"));
  }

  /** The sandbox's id of the dispute, when it is known here. */
  private String contested(String booking) {
    var payments = admin.get("/test/sandbox/payments?subject=" + booking).expect(200).json();
    var payment = payments.at("/items/0/id").asText();
    admin.post("/test/sandbox/payments/" + payment + "/dispute").expect(204);
    Market.await(() -> !of(booking).isEmpty());
    assertThat(chargeback(booking).path("frozen").asBoolean()).isTrue();
    var disputes = admin.get("/test/sandbox/disputes?subject=" + booking).expect(200).json();
    return disputes.at("/items/0/id").asText();
  }

  private void end(String dispute, String how) {
    admin.post("/test/sandbox/disputes/" + dispute + "/" + how).expect(204);
  }

  private List<JsonNode> of(String booking) {
    var path = "/admin/chargebacks?limit=100&provider=" + provider.id();
    var items = admin.get(path).expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("booking").asText().equals(booking))
        .toList();
  }

  private JsonNode chargeback(String booking) {
    return own.get("/bookings/" + booking + "/chargeback").expect(200).json();
  }

  private long earned() {
    var booking = market.paid(client, provider, "sbx_ok");
    complete(booking);
    return payoutOf(booking);
  }

  private void complete(String booking) {
    own.post("/bookings/" + booking + "/deliver").expect(200);
    client.post("/bookings/" + booking + "/confirm").expect(200);
  }

  private long payoutOf(String booking) {
    return Market.amount(own.get("/bookings/" + booking).expect(200).json(), "payout");
  }

  private long posted(String booking, String account) {
    return Market.balance(own.get("/bookings/" + booking + "/ledger").expect(200).json(), account);
  }

  /** Jobs of the market run when its time is set. */
  private void nextDay() {
    market.setTime(market.now().plus(Duration.ofDays(1)));
  }

  private JsonNode payouts() {
    return own.get("/providers/me/payouts").expect(200).json().path("items");
  }

  private long balance(String part) {
    var whole = own.get("/providers/me/balance").expect(200).json();
    return StreamSupport.stream(whole.path("balances").spliterator(), false)
        .mapToLong(balance -> Market.amount(balance, part))
        .sum();
  }
}
