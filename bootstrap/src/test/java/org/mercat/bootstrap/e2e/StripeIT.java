package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeStripe;

/**
 * The main job with Stripe as the gateway: a Stripe in this process, which tells events of its own.
 */
class StripeIT {

  private static final String OLD_SECRET = "whsec_that_is_going_to_be_exchanged";
  private static final String NEW_SECRET = "whsec_that_is_not_used_yet";

  private static FakeStripe stripe;
  private static ServerProcess server;
  private static Market market;

  @BeforeAll
  static void start() throws IOException {
    stripe = FakeStripe.start(InstantSource.system());
    server =
        ServerProcess.launch(
            "stripe",
            Map.of(
                "MERCAT_PAYMENTS",
                "stripe",
                "MERCAT_STRIPE_API_BASE",
                stripe.url().toString(),
                "MERCAT_STRIPE_API_KEY",
                FakeStripe.API_KEY,
                "MERCAT_STRIPE_WEBHOOK_SECRETS",
                NEW_SECRET + ", " + OLD_SECRET));
    server.awaitReady();
    stripe.tell(URI.create(server.url() + "/api/v1/webhooks/stripe"), OLD_SECRET);
    market = new Market(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
    stripe.close();
  }

  @Test
  void from_the_opening_of_an_account_to_the_release_of_the_money() {
    var provider = market.provider(Place.TORONTO, Market.hourly(7_500));
    var client = market.client();

    var booking = book(client, provider, FakeCard.OK).expect(201).json();

    assertThat(booking.path("lifecycle").asText()).isEqualTo("CONFIRMED");
    assertThat(booking.path("money").asText()).isEqualTo("HELD");
    var id = booking.path("id").asText();
    assertThat(stripe.payments())
        .filteredOn(payment -> payment.path("transfer_group").asText().equals(id))
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(payment.path("amount").asLong()).isEqualTo(8_475);
              assertThat(payment.path("currency").asText()).isEqualTo("cad");
              assertThat(payment.path("status").asText()).isEqualTo("succeeded");
            });
    provider.api().post("/bookings/" + id + "/deliver").expect(200);
    var confirmed = client.post("/bookings/" + id + "/confirm").expect(200).json();
    assertThat(confirmed.path("money").asText()).isEqualTo("RELEASED");
    market.assertTheBooksAreRight();
  }

  @Test
  void a_part_is_given_back_by_stripe_and_in_the_books() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var booking = book(client, provider, FakeCard.OK).expect(201).id();
    var part = Map.of("amount", Map.of("amount", 2_000, "currency", "CAD"), "reason", "Late.");

    var refunded = provider.api().post("/bookings/" + booking + "/refund", part).expect(200).json();

    assertThat(refunded.path("refunded").path("amount").asLong()).isEqualTo(2_260);
    assertThat(stripe.refunds())
        .filteredOn(refund -> marks(refund.path("metadata").toString(), booking))
        .singleElement()
        .satisfies(refund -> assertThat(refund.path("amount").asLong()).isEqualTo(2_260));
    market.assertTheBooksAreRight();
  }

  @Test
  void a_declined_card_frees_the_time() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));

    book(market.client(), provider, FakeCard.DECLINED).expectProblem(402, "PAYMENT_DECLINED");

    assertThat(book(market.client(), provider, FakeCard.OK).expect(201).text()).contains("HELD");
  }

  @Test
  void an_answer_that_is_lost_is_told_by_an_event_and_the_money_is_taken_once() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();

    var booking = book(client, provider, FakeCard.LOST_ANSWER).expect(201).json();

    assertThat(booking.path("outcomeUnknown").asBoolean()).isTrue();
    var id = booking.path("id").asText();
    Market.await(() -> client.get("/bookings/" + id).expect(200).text().contains("HELD"));
    assertThat(stripe.payments())
        .filteredOn(payment -> payment.path("transfer_group").asText().equals(id))
        .hasSize(1);
    market.assertTheBooksAreRight();
  }

  @Test
  void what_is_refunded_on_the_dashboard_cancels_the_booking() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var booking = book(client, provider, FakeCard.OK).expect(201).id();
    var payment =
        stripe.payments().stream()
            .filter(it -> it.path("transfer_group").asText().equals(booking))
            .findFirst()
            .orElseThrow();

    stripe.refundByHand(payment.path("id").asText(), 5_650);

    Market.await(() -> client.get("/bookings/" + booking).expect(200).text().contains("REFUNDED"));
    assertThat(client.get("/bookings/" + booking).expect(200).text()).contains("CANCELLED");
    market.assertTheBooksAreRight();
  }

  @Test
  void who_is_not_stripe_is_refused_by_every_name_of_the_endpoint() {
    for (var path : List.of("/webhooks/stripe", "/marketplace/webhooks/stripe")) {
      market.anybody().post(path, Map.of("id", "evt_1")).expectProblem(400, "UNREADABLE_REQUEST");
    }
  }

  @Test
  void the_sandbox_is_not_there() {
    market.anybody().post("/webhooks/sandbox", Map.of()).expectProblem(404, "NOT_FOUND");
    market.anybody().get("/sandbox/onboarding/secret").expectProblem(404, "NOT_FOUND");
    market.admin().get("/test/sandbox/payments").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void the_events_are_counted_and_no_secret_is_told() throws IOException {
    var _ = market.provider(Place.TORONTO, Market.hourly(5_000));
    var metrics = market.anybody().get(server.url() + "/metrics").expect(200).text();

    assertThat(metrics)
        .contains("mercat_stripe_events_total{end=\"kept\"}")
        .doesNotContain("mercat_stripe_events_total{end=\"kept\"} 0")
        .contains("mercat_stripe_events_signed_total{secret=\"1\"} 0");
    assertThat(stripe.tellings()).isNotEmpty().allMatch(status -> status == 200);
    try (var files = Files.walk(server.data().resolve("logs"))) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
            .doesNotContain(FakeStripe.API_KEY, OLD_SECRET, NEW_SECRET);
      }
    }
    assertThat(String.join("\n", server.output()))
        .doesNotContain(FakeStripe.API_KEY, OLD_SECRET, NEW_SECRET);
  }

  private static Api.Answer book(Api client, Market.Provider provider, FakeCard card) {
    var order =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "paymentMethod",
            card.token());
    return client.post("/bookings", order);
  }

  private static boolean marks(String metadata, String booking) {
    return metadata.contains(booking);
  }
}
