package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** Nobody forgets what is held: a gateway allows it for a time only (C-23). */
class HeldFundsIT {

  private final Market market = Market.shared();

  @Test
  void whoever_runs_the_market_is_told_before_the_money_may_be_held_no_longer() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var booking = market.paid(market.client(), provider, "sbx_ok");
    var before = market.now();

    var held = held(booking);
    market.setTime(before.plus(Duration.ofDays(75)));
    var early = levels(booking);
    market.setTime(before.plus(Duration.ofDays(77)));
    var near = levels(booking);
    market.setTime(before.plus(Duration.ofDays(91)));
    var passed = levels(booking);
    market.setTime(before);

    assertThat(Market.amount(held, "held")).isEqualTo(5_650);
    var capturedAt = Instant.parse(held.path("capturedAt").asText());
    assertThat(Instant.parse(held.path("deadline").asText()))
        .isEqualTo(capturedAt.plus(Duration.ofDays(90)));
    assertThat(early).isEmpty();
    assertThat(near).containsExactly("warning");
    assertThat(passed).containsExactlyInAnyOrder("warning", "critical");
    market.client().get("/admin/held-funds").expectProblem(403, "FORBIDDEN");
  }

  private JsonNode held(String booking) {
    return items("/admin/held-funds?limit=100").stream()
        .filter(item -> item.path("bookingId").asText().equals(booking))
        .findFirst()
        .orElseThrow();
  }

  private List<String> levels(String booking) {
    return items("/admin/system-events?level=warning&limit=100").stream()
        .filter(item -> item.path("source").asText().equals("held-funds"))
        .filter(item -> item.path("context").path("booking").asText().equals(booking))
        .map(item -> item.path("level").asText())
        .toList();
  }

  /** Those of all pages: other tests hold money on the same server. */
  private List<JsonNode> items(String path) {
    var items = new ArrayList<JsonNode>();
    var page = market.admin().get(path).expect(200).json();
    page.path("items").forEach(items::add);
    while (page.path("nextCursor").isTextual()) {
      page =
          market
              .admin()
              .get(path + "&cursor=" + page.path("nextCursor").asText())
              .expect(200)
              .json();
      page.path("items").forEach(items::add);
    }
    return items;
  }
}
