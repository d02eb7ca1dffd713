package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** What every request passes on the real server: names, keys, places, and the contract. */
class FrontDoorIT {

  private final Market market = Market.shared();

  @Test
  void the_names_of_the_seeds_lead_to_the_same_booking_in_their_own_words() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var placed = client.post("/marketplace/transactions", booking(provider)).expect(201);
    var id = placed.json().path("id").asText();

    assertThat(placed.headers().firstValue("Location")).contains("/api/v1/bookings/" + id);
    assertThat(placed.json().path("status").asText()).isEqualTo("paid");
    assertThat(client.get("/bookings/" + id).expect(200).json().path("status").asText())
        .isEqualTo("confirmed");

    var _ = provider.api().post("/transactions/" + id + "/complete").expect(200);
    var done = client.post("/bookings/" + id + "/confirm_completion").expect(200);
    assertThat(done.json().path("lifecycle").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void an_answer_that_was_lost_is_made_again_from_what_is_there_now()
      throws IOException, SQLException {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var key = UUID.randomUUID().toString();
    var body = booking(provider);
    var first = client.post("/bookings", body, key).expect(201);
    forgetAnswer(key);

    var again = client.post("/bookings", body, key).expect(201);

    assertThat(again.isReplayed()).isTrue();
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(client.post("/bookings", body, key).expect(201).text()).isEqualTo(again.text());
    assertThat(client.get("/bookings").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void every_answer_names_its_request() {
    var answer = market.anybody().get("/bookings").expectProblem(401, "UNAUTHENTICATED");

    assertThat(answer.headers().firstValue("Request-Id"))
        .contains(answer.json().path("instance").asText());
  }

  @Test
  void the_contract_and_its_page_are_served_to_anybody() {
    assertThat(read("/openapi").text()).startsWith("openapi: 3.1.0");
    assertThat(read("/openapi?format=json").headers().firstValue("Content-Type"))
        .contains("application/json");
    assertThat(read("/openapi/ui/").text()).contains("swagger-ui-bundle.js");
    assertThat(read("/openapi/ui/swagger-ui-bundle.js").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
  }

  private Map<String, Object> booking(Market.Provider provider) {
    return Map.of(
        "listing",
        provider.listing(),
        "start",
        market.slot(provider, 7),
        "paymentMethod",
        "sbx_ok");
  }

  /** As if the server had died after the last commit and before it kept its answer. */
  private static void forgetAnswer(String key) throws IOException, SQLException {
    try (var connection = EmbeddedRoles.connect(OneServerForAllTests.data(), "mercat", "postgres");
        var update =
            connection.prepareStatement(
                "update idempotency_key set sealed_answer = null where key = ?")) {
      update.setString(1, key);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private Api.Answer read(String path) {
    return market.anybody().get(OneServerForAllTests.url() + path).expect(200);
  }
}
