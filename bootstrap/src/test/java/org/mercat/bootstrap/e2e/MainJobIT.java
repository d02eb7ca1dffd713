package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** From registration to review, to the cent: of FEATURES 6. */
class MainJobIT {

  private final Market market = Market.shared();

  @Test
  void a_full_escrow_cycle_in_ontario() {
    setFee(true);
    var provider = market.provider(Place.TORONTO, Market.hourly(3_750));
    var client = market.client();

    var booking = book(client, provider, 120);
    assertThat(booking.path("lifecycle").asText()).isEqualTo("CONFIRMED");
    assertThat(booking.path("money").asText()).isEqualTo("HELD");
    assertThat(booking.path("status").asText()).isEqualTo("confirmed");
    assertThat(Market.amount(booking, "total")).isEqualTo(8_475);
    assertThat(lines(booking)).containsExactly("service  7500", "tax HST 975");
    var path = "/bookings/" + booking.path("id").asText();
    assertThat(Market.balance(ledger(client, path), "escrow:")).isEqualTo(-8_475);

    var _ = provider.api().post(path + "/deliver").expect(200);
    var confirmed = client.post(path + "/confirm").expect(200).json();

    assertThat(confirmed.path("lifecycle").asText()).isEqualTo("COMPLETED");
    assertThat(confirmed.path("money").asText()).isEqualTo("RELEASED");
    assertThat(Market.amount(confirmed, "platformFee")).isEqualTo(1_125);
    assertThat(Market.amount(confirmed, "platformFeeTax")).isEqualTo(146);
    assertThat(Market.amount(confirmed, "payout")).isEqualTo(7_204);
    var ledger = ledger(provider.api(), path);
    assertThat(Market.balance(ledger, "escrow:")).isZero();
    assertThat(Market.balance(ledger, "platform_revenue")).isEqualTo(-1_125);
    assertThat(Market.balance(ledger, "platform_fee_tax_payable")).isEqualTo(-146);
    assertThat(Market.balance(ledger, "provider:")).isEqualTo(-7_204);
    assertThat(Market.balance(ledger, "gateway_clearing")).isEqualTo(8_475);
    review(client, provider, booking.path("id").asText());
    market.assertTheBooksAreRight();
  }

  @Test
  void two_taxes_in_quebec() {
    setFee(false);
    var provider = market.provider(Place.MONTREAL, Market.hourly(4_500));
    var client = market.client();

    var booking = book(client, provider, 180);

    assertThat(lines(booking)).containsExactly("service  13500", "tax GST 675", "tax QST 1347");
    assertThat(Market.amount(booking, "total")).isEqualTo(15_522);
    assertThat(Market.amount(booking, "platformFee")).isEqualTo(2_025);
    assertThat(Market.amount(booking, "payout")).isEqualTo(13_497);
  }

  @Test
  void the_aliases_of_the_seeds_lead_to_the_same_things() {
    var provider = market.provider(Place.TORONTO, Market.hourly(3_750));
    var client = market.client();
    var booking = book(client, provider, 60).path("id").asText();

    var transaction = client.get("/marketplace/transactions/" + booking).expect(200).json();
    assertThat(transaction.path("status").asText()).isEqualTo("paid");
    var _ = provider.api().post("/transactions/" + booking + "/complete").expect(200);
    var confirmed = client.post("/bookings/" + booking + "/confirm_completion").expect(200);

    assertThat(confirmed.json().path("lifecycle").asText()).isEqualTo("COMPLETED");
    assertThat(market.anybody().get("/catalog/services/" + provider.listing()).status())
        .isEqualTo(200);
    assertThat(market.anybody().get("/vendors/" + provider.id()).status()).isEqualTo(200);
    assertThat(market.anybody().get("/catalog/search?q=cleaning").status()).isEqualTo(200);
  }

  private void setFee(boolean taxOnFee) {
    var tariff = Map.of("ratePpm", 150_000, "taxOnFee", taxOnFee);
    var _ = market.admin().putOver("/admin/platform-fee", tariff).expect(200);
  }

  private JsonNode book(Api client, Market.Provider provider, int minutes) {
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "durationMinutes",
            minutes,
            "paymentMethod",
            "sbx_ok");
    return client.post("/bookings", body).expect(201).json();
  }

  private static void review(Api client, Market.Provider provider, String booking) {
    var body = Map.of("booking", booking, "rating", 5, "comment", "Calm and thorough.");
    var _ = client.post("/reviews", body).expect(201);
    var _ = client.post("/reviews", body).expectProblem(409, "ALREADY_REVIEWED");
    var reviews = client.get("/listings/" + provider.listing() + "/reviews").expect(200).json();
    assertThat(reviews.path("items")).hasSize(1);
  }

  private static JsonNode ledger(Api party, String booking) {
    return party.get(booking + "/ledger").expect(200).json();
  }

  private static List<String> lines(JsonNode booking) {
    return StreamSupport.stream(booking.path("lines").spliterator(), false)
        .map(
            line ->
                "%s %s %d"
                    .formatted(
                        line.path("kind").asText(),
                        line.path("component").asText(""),
                        line.path("amount").path("amount").asLong()))
        .toList();
  }
}
