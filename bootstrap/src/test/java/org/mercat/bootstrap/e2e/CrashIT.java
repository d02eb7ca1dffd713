package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/**
 * The server dies between the gateway's answer and the commit of it. The gateway has done its work
 * and holds the answer back, so that the crash is at the same place every time.
 */
class CrashIT {

  @Test
  void a_crash_after_the_charge_leaves_one_charge_and_one_set_of_postings() throws IOException {
    try (var server = ServerProcess.launch("crashed")) {
      server.awaitReady();
      var market = new Market(server.url());
      var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
      var client = market.client();
      var key = UUID.randomUUID().toString();
      var body =
          Map.of(
              "listing", provider.listing(),
              "start", market.slot(provider, 7),
              "paymentMethod", "sbx_hold_answer");

      var kept = Map.of("listing", provider.listing(), "start", market.slot(provider, 9));
      var keyOfKept = UUID.randomUUID().toString();
      var answered = client.post("/bookings", kept, keyOfKept).expect(201);

      holdBackEvents(market);
      var lost = CompletableFuture.supplyAsync(() -> client.post("/bookings", body, key));
      Market.await(() -> heldAnswers(market) == 1);
      server.kill();
      assertThat(lost).failsWithin(Duration.ofSeconds(60));

      try (var again = ServerProcess.launch(server.data(), server.port(), Map.of())) {
        again.awaitReady();
        var replayed = awaitReplay(client, body, key);
        assertThat(replayed.json().path("money").asText()).isEqualTo("HELD");
        assertThat(client.post("/bookings", body, key).text()).isEqualTo(replayed.text());

        var bookings = client.get("/bookings").expect(200).json().path("items");
        assertThat(bookings).hasSize(2);
        assertThat(client.post("/bookings", kept, keyOfKept).text()).isEqualTo(answered.text());
        assertThat(payments(market)).isEqualTo(1);
        var ledger = client.get("/bookings/" + replayed.id() + "/ledger").expect(200).json();
        assertThat(Market.balance(ledger, "escrow:")).isEqualTo(-5_650);
        assertThat(ledger.path("postings")).hasSize(3);
        market.assertTheBooksAreRight();
      }
    }
  }

  /** The key is known, its operation is open: the answer comes when the recovery has found out. */
  private static Api.Answer awaitReplay(Api client, Map<String, ?> body, String key) {
    var answers = new ArrayDeque<Api.Answer>();
    Market.await(
        () -> {
          answers.add(client.post("/bookings", body, key));
          return answers.getLast().status() != 409;
        });
    return answers.getLast().expect(201);
  }

  /** So that nothing but the recovery can find out what the gateway has done. */
  private static void holdBackEvents(Market market) {
    market.admin().put("/test/sandbox/delivery?held=true", "").expect(200);
  }

  private static int heldAnswers(Market market) {
    var held = market.admin().get("/test/sandbox/held-answers").expect(200).json();
    return held.path("items").size();
  }

  private static int payments(Market market) {
    return market.admin().get("/test/sandbox/payments").expect(200).json().path("items").size();
  }
}
