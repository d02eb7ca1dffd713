package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A client who says nothing for three days after the delivery has confirmed it (C-25). */
class SilenceIT {

  private final Market market = Market.shared();

  @Test
  void the_provider_is_paid_when_the_client_says_nothing() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok");
    var before = market.now();
    provider.api().post(path + "/deliver").expect(200);

    market.setTime(before.plus(Duration.ofHours(71)));
    var silent = client.get(path).expect(200).text();
    market.setTime(before.plus(Duration.ofHours(73)));
    var completed = client.get(path).expect(200).json();
    market.setTime(before);

    assertThat(silent).contains("DELIVERED", "HELD");
    assertThat(completed.path("lifecycle").asText()).isEqualTo("COMPLETED");
    assertThat(completed.path("money").asText()).isEqualTo("RELEASED");
    assertThat(Market.amount(completed, "payout"))
        .isEqualTo(
            5_650
                - Market.amount(completed, "platformFee")
                - Market.amount(completed, "platformFeeTax"));
    market.assertTheBooksAreRight();
  }
}
