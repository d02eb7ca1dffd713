package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/**
 * What goes back after the release costs the provider and the platform what it would have cost them
 * before: the fee follows the part that is kept, to the cent.
 */
class RefundAfterReleaseIT {

  private final Market market = Market.shared();

  @Test
  void the_fee_goes_back_with_the_part_that_it_was_taken_of_and_at_last_all_of_it() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok");
    provider.api().post(path + "/deliver").expect(200);
    client.post(path + "/confirm").expect(200);

    var part = Map.of("amount", Map.of("amount", 2_000, "currency", "CAD"), "reason", "Late.");
    var kept = provider.api().post(path + "/refund", part).expect(200).json();

    assertThat(kept.path("money").asText()).isEqualTo("RELEASED");
    assertThat(Market.amount(kept, "refunded")).isEqualTo(2_260);
    assertThat(Market.amount(kept, "platformFee")).isEqualTo(450);
    var payout = 3_390 - 450 - Market.amount(kept, "platformFeeTax");
    assertThat(Market.amount(kept, "payout")).isEqualTo(payout);
    assertThat(Market.balance(ledger(client, path), "provider:")).isEqualTo(-payout);
    client.post(path + "/refund", part).expectProblem(403, "FORBIDDEN");
    var more = Map.of("amount", Map.of("amount", 3_001, "currency", "CAD"), "reason", "More.");
    provider.api().post(path + "/refund", more).expectProblem(422, "REFUND_EXCEEDS_REMAINING");

    var none =
        market.admin().post(path + "/refund", Map.of("reason", "All of it.")).expect(200).json();

    assertThat(none.path("money").asText()).isEqualTo("REFUNDED");
    assertThat(none.path("lifecycle").asText()).isEqualTo("COMPLETED");
    assertThat(Market.amount(none, "refunded")).isEqualTo(5_650);
    assertThat(Market.balance(ledger(client, path), "provider:")).isZero();
    assertThat(Market.balance(ledger(client, path), "platform_revenue")).isZero();
    market.assertTheBooksAreRight();
  }

  private static JsonNode ledger(Api api, String path) {
    return api.get(path + "/ledger").expect(200).json();
  }
}
