package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Api.Answer;
import org.mercat.bootstrap.e2e.Market.Place;

/** One key, one effect, one answer: A-13 of FEATURES 6, whose restart is in {@link CrashIT}. */
class IdempotencyIT {

  private static final int TWINS = 20;

  private final Market market = Market.shared();

  @Test
  void twins_get_one_booking_and_the_same_answer() throws Exception {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var key = UUID.randomUUID().toString();
    var body = body(provider, market.slot(provider, 7));
    var start = new CyclicBarrier(TWINS);
    Callable<Answer> call =
        () -> {
          var _ = start.await();
          return client.post("/bookings", body, key);
        };

    try (var executor = Executors.newFixedThreadPool(TWINS)) {
      var answers =
          executor.invokeAll(Collections.nCopies(TWINS, call)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).allSatisfy(answer -> answer.expect(201));
      assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
      assertThat(answers).filteredOn(Answer::isReplayed).hasSize(TWINS - 1);
    }
    assertThat(client.get("/bookings").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var key = UUID.randomUUID().toString();
    var body = new HashMap<>(body(provider, market.slot(provider, 7)));
    var _ = client.post("/bookings", body, key).expect(201);
    body.put("durationMinutes", 120);

    var _ = client.post("/bookings", body, key).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_booking_without_a_key_is_refused() {
    var client = market.client();

    var _ =
        client
            .send(
                client
                    .request("/bookings")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")))
            .expectProblem(400, "IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void a_declined_card_frees_the_time_and_is_declined_again_under_its_key() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var slot = market.slot(provider, 7);
    var key = UUID.randomUUID().toString();
    var declined =
        Map.of("listing", provider.listing(), "start", slot, "paymentMethod", "sbx_declined");

    var first = client.post("/bookings", declined, key).expectProblem(402, "PAYMENT_DECLINED");
    var again = client.post("/bookings", declined, key).expectProblem(402, "PAYMENT_DECLINED");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.isReplayed()).isTrue();
    var _ = client.post("/bookings", body(provider, slot)).expect(201);
  }

  private static Map<String, Object> body(Market.Provider provider, String slot) {
    return Map.of("listing", provider.listing(), "start", slot, "paymentMethod", "sbx_ok");
  }
}
