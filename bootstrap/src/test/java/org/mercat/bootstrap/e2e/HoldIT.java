package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A time is held for a quarter of an hour, by the market's clock. */
class HoldIT {

  private final Market market = Market.shared();

  @Test
  void a_hold_that_nobody_pays_for_ends_and_frees_the_time() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var late = market.client();
    var quick = market.client();
    var hold = Map.of("listing", provider.listing(), "start", market.slot(provider, 7));
    var before = market.now();

    var held = late.post("/bookings", hold).expect(201).json();
    assertThat(held.path("lifecycle").asText()).isEqualTo("AWAITING_PAYMENT");
    assertThat(held.path("money").asText()).isEqualTo("NONE");
    quick.post("/bookings", hold).expectProblem(409, "SLOT_TAKEN");

    market.setTime(before.plus(Duration.ofMinutes(16)));
    var path = "/bookings/" + held.path("id").asText();
    assertThat(late.get(path).expect(200).json().path("lifecycle").asText()).isEqualTo("EXPIRED");
    late.post(path + "/pay", Map.of("paymentMethod", "sbx_ok")).expectProblem(409, "HOLD_EXPIRED");
    quick.post("/bookings", hold).expect(201);
    market.setTime(before);
  }

  @Test
  void nothing_else_is_paid_while_a_payment_waits_for_its_payer() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var hold = Map.of("listing", provider.listing(), "start", market.slot(provider, 7));
    var path = "/bookings/" + client.post("/bookings", hold).expect(201).id();
    var waiting =
        client.post(path + "/pay", Map.of("paymentMethod", "sbx_requires_action")).expect(200);
    assertThat(waiting.json().path("lifecycle").asText()).isEqualTo("AWAITING_PAYMENT");

    client
        .post(path + "/pay", Map.of("paymentMethod", "sbx_ok"))
        .expectProblem(409, "OUTCOME_UNKNOWN");

    client.post(path + "/cancel", Map.of("reason", "too long")).expect(200);
  }

  @Test
  void a_hold_is_paid_for_once_after_a_declined_card() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var hold = Map.of("listing", provider.listing(), "start", market.slot(provider, 7));
    var booking = client.post("/bookings", hold).expect(201).id();

    client
        .post("/bookings/" + booking + "/pay", Map.of("paymentMethod", "sbx_declined"))
        .expectProblem(402, "PAYMENT_DECLINED");
    var paid =
        client
            .post("/payments/capture", Map.of("booking", booking, "paymentMethod", "sbx_ok"))
            .expect(200)
            .json();

    assertThat(paid.path("lifecycle").asText()).isEqualTo("CONFIRMED");
    assertThat(paid.path("money").asText()).isEqualTo("HELD");
    market.assertTheBooksAreRight();
  }
}
