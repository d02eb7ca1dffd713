package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A refund that comes to nothing stays owed to the client, and stands before the provider. */
class OwedRefundIT {

  private static final Map<String, String> GESTURE = Map.of("reason", "A gesture.");

  private final Market market = Market.shared();
  private final Api admin = market.admin();

  @Test
  void what_the_client_is_owed_is_not_paid_out_to_the_provider() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var booking = market.paid(client, provider, "sbx_refund_pending");
    var path = "/bookings/" + booking;
    var part = Map.of("amount", Map.of("amount", 2_000, "currency", "CAD"), "reason", "Late.");
    provider.api().post(path + "/refund", part).expect(200);

    client.post(path + "/cancel", GESTURE).expectProblem(409, "OUTCOME_UNKNOWN");
    provider.api().post(path + "/deliver").expect(200);
    var confirmed = client.post(path + "/confirm").expect(200).json();
    assertThat(confirmed.path("money").asText()).isEqualTo("HELD");
    assertThat(Market.amount(confirmed, "platformFee")).isEqualTo(450);
    payout(booking).expectProblem(409, "OUTCOME_UNKNOWN");

    complete(booking, "fail");
    Market.await(() -> payout(booking).text().contains("repeat it"));
    payout(booking).expectProblem(409, "WRONG_STATE");

    admin.post(path + "/refund", GESTURE).expect(200);
    complete(booking, "succeed");
    Market.await(() -> client.get(path).expect(200).text().contains("RELEASED"));
    var released = client.get(path).expect(200).json();
    assertThat(Market.amount(released, "refunded")).isEqualTo(2_260);
    assertThat(Market.amount(released, "payout"))
        .isEqualTo(Market.amount(confirmed, "payout"))
        .isEqualTo(
            5_650
                - 2_260
                - Market.amount(released, "platformFee")
                - Market.amount(released, "platformFeeTax"));
    market.assertTheBooksAreRight();
  }

  private Api.Answer payout(String booking) {
    return admin.post("/payments/payout", Map.of("booking", booking));
  }

  /** The pending refund of the booking ends at the gateway. */
  private void complete(String booking, String end) {
    var refunds = admin.get("/test/sandbox/refunds?subject=" + booking).expect(200).json();
    for (var refund : refunds.path("items")) {
      if (refund.path("status").asText().equals("pending")) {
        admin.post("/test/sandbox/refunds/" + refund.path("id").asText() + "/" + end).expect(200);
      }
    }
  }
}
