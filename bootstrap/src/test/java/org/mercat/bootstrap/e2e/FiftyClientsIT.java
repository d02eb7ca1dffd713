package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Api.Answer;
import org.mercat.bootstrap.e2e.Market.Place;

/** Fifty clients, one slot: A-07 of FEATURES 6. */
class FiftyClientsIT {

  private static final int CLIENTS = 50;

  private final Market market = Market.shared();

  @Test
  void one_client_gets_the_slot_and_after_a_cancellation_again_one() throws Exception {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var clients = IntStream.range(0, CLIENTS).mapToObj(_ -> market.client()).toList();
    var slot = market.slot(provider, 14);
    var charged = charges();

    var winner = race(clients, provider, slot);
    assertThat(charges() - charged).isEqualTo(1);

    var cancelled =
        winner
            .client()
            .post("/bookings/" + winner.booking() + "/cancel", Map.of("reason", "ill"))
            .expect(200)
            .json();
    assertThat(cancelled.path("lifecycle").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.path("money").asText()).isEqualTo("REFUNDED");
    assertThat(cancelled.path("refunded").path("amount").asLong()).isEqualTo(5_650);
    var day =
        LocalDate.ofInstant(
            OffsetDateTime.parse(slot).toInstant(), ZoneId.of(provider.place().zone()));
    assertThat(market.slots(provider, day)).contains(slot);

    var _ = race(clients, provider, slot);
    assertThat(charges() - charged).isEqualTo(2);
    market.assertTheBooksAreRight();
  }

  private record Winner(Api client, String booking) {}

  private static Winner race(List<Api> clients, Market.Provider provider, String slot)
      throws InterruptedException {
    var start = new CyclicBarrier(CLIENTS);
    var body = Map.of("listing", provider.listing(), "start", slot, "paymentMethod", "sbx_ok");
    var calls =
        clients.stream()
            .<Callable<Answer>>map(
                client ->
                    () -> {
                      var _ = start.await();
                      return client.post("/bookings", body);
                    })
            .toList();
    try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
      var answers = executor.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 201)
          .hasSize(CLIENTS - 1)
          .allSatisfy(answer -> answer.expectProblem(409, "SLOT_TAKEN"));
      var winner =
          IntStream.range(0, CLIENTS)
              .filter(index -> answers.get(index).status() == 201)
              .findFirst()
              .orElseThrow();
      return new Winner(clients.get(winner), answers.get(winner).id());
    }
  }

  /** How many payments the gateway has taken. */
  private int charges() {
    return market.admin().get("/test/sandbox/payments").expect(200).json().path("items").size();
  }
}
