package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Api.Answer;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.payments.shared.WebhookSignature;
import org.mercat.persistence.identity.HmacKeyedDigest;

/** What a gateway tells: in any order, many times at once, falsely, and unasked. */
class GatewayEventsIT {

  private final Market market = Market.shared();
  private final Api admin = market.admin();
  private final Api client = market.client();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(5_000));
  private WebhookSignature gateway = new WebhookSignature(List.of("nobody"));

  @BeforeEach
  void learnTheSecret() throws IOException {
    var file = OneServerForAllTests.data().resolve("secrets/data-key");
    var dataKey = Base64.getDecoder().decode(Files.readString(file).strip());
    gateway = new WebhookSignature(List.of(new HmacKeyedDigest(dataKey, "webhooks").of("sandbox")));
  }

  @Test
  void a_refund_told_before_its_payment_and_the_payment_five_times_at_once_end_as_one_refund()
      throws InterruptedException {
    var booking = market.paid(client, provider, "sbx_timeout_after_work");
    var payment = payment(booking);
    refundByHand(payment, "");

    tell(gateway, event("payment.refunded", payment)).expect(200);
    var succeeded = event("payment.succeeded", payment);
    var answers = atOnce(() -> tell(gateway, succeeded));

    assertThat(answers).allSatisfy(answer -> answer.expect(200));
    assertThat(answers)
        .filteredOn(answer -> answer.text().contains("\"duplicate\":false"))
        .hasSize(1);
    Market.await(() -> booking(booking).path("money").asText().equals("REFUNDED"));
    assertThat(booking(booking).path("lifecycle").asText()).isEqualTo("CANCELLED");
    assertThat(Market.amount(booking(booking), "refunded")).isEqualTo(5_650);
    assertThat(kinds(booking)).containsExactlyInAnyOrder("capture", "refund", "refund_paid");
    assertThat(Market.balance(ledger(booking), "")).isZero();
    var again = market.paid(client, provider, "sbx_ok");
    assertThat(booking(again).path("lifecycle").asText()).isEqualTo("CONFIRMED");
    market.assertTheBooksAreRight();
  }

  @Test
  void a_part_that_is_given_back_at_the_gateway_is_a_refund_of_the_booking() {
    var booking = market.paid(client, provider, "sbx_ok");
    var payment = payment(booking);

    refundByHand(payment, "?amount=1130");

    Market.await(() -> Market.amount(booking(booking), "refunded") == 1_130);
    tell(gateway, event("payment.refunded", payment)).expect(200);
    provider.api().post("/bookings/" + booking + "/deliver").expect(200);
    var kept = client.post("/bookings/" + booking + "/confirm").expect(200).json();
    assertThat(kept.path("money").asText()).isEqualTo("RELEASED");
    assertThat(Market.amount(kept, "refunded")).isEqualTo(1_130);
    assertThat(Market.amount(kept, "platformFee")).isEqualTo(600);
    market.assertTheBooksAreRight();
  }

  @Test
  void who_is_not_the_gateway_leaves_no_row_and_what_nobody_knows_is_kept() {
    var booking = market.paid(client, provider, "sbx_ok");
    var event = event("payment.succeeded", payment(booking));
    var stranger = new WebhookSignature(List.of("a guess"));

    tell(stranger, event).expectProblem(400, "UNREADABLE_REQUEST");

    assertThat(tell(gateway, event).expect(200).text()).contains("\"duplicate\":false");
    var unknown = event("moon.risen", "moon_1");
    assertThat(tell(gateway, unknown).expect(200).text()).contains("\"duplicate\":false");
    assertThat(tell(gateway, unknown).expect(200).text()).contains("\"duplicate\":true");
  }

  private static String event(String type, String object) {
    return """
        {"object": "event", "id": "evt_%s", "type": "%s", "livemode": false,
         "data": {"object": {"object": "payment", "id": "%s"}}}
        """
        .formatted(UUID.randomUUID(), type, object);
  }

  private Answer tell(WebhookSignature sender, String event) {
    var body = event.getBytes(StandardCharsets.UTF_8);
    return market
        .anybody()
        .send(
            market
                .anybody()
                .request("/webhooks/sandbox")
                .header("Content-Type", "application/json")
                .header("Sandbox-Signature", sender.header(body, InstantSource.system().instant()))
                .POST(BodyPublishers.ofByteArray(body)));
  }

  private static List<Answer> atOnce(Callable<Answer> call) throws InterruptedException {
    try (var executor = Executors.newFixedThreadPool(5)) {
      return executor.invokeAll(List.of(call, call, call, call, call)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private void refundByHand(String payment, String query) {
    admin.post("/test/sandbox/payments/" + payment + "/refund" + query).expect(200);
  }

  private String payment(String booking) {
    var payments = admin.get("/test/sandbox/payments?subject=" + booking).expect(200).json();
    return payments.path("items").path(0).path("id").asText();
  }

  private JsonNode booking(String booking) {
    return client.get("/bookings/" + booking).expect(200).json();
  }

  private JsonNode ledger(String booking) {
    return client.get("/bookings/" + booking + "/ledger").expect(200).json();
  }

  /** Of each transaction of the booking. */
  private List<String> kinds(String booking) {
    return StreamSupport.stream(ledger(booking).path("postings").spliterator(), false)
        .map(line -> line.path("transaction").asText() + "|" + line.path("kind").asText())
        .distinct()
        .map(line -> line.substring(line.indexOf('|') + 1))
        .toList();
  }
}
