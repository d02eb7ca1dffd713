package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** Nobody is booked who is not verified, or cannot be paid out: A-05 of FEATURES 6. */
class OnboardingGateIT {

  private final Market market = Market.shared();

  @Test
  void a_provider_passes_verification_and_the_gateway_before_the_first_booking() {
    var vendor = market.vendor();
    var provider = market.profile(vendor, Place.TORONTO);
    var listing = vendor.post("/listings", Market.hourly(3_750)).expect(201).id();

    var _ =
        vendor
            .post("/listings/" + listing + "/publish")
            .expectProblem(409, "VERIFICATION_REQUIRED");
    market.verify(provider);
    var _ = vendor.post("/listings/" + listing + "/publish").expect(200);
    var hours = Map.of("hours", List.of(Map.of("day", "monday", "from", "09:00", "to", "17:00")));
    var _ = vendor.put("/providers/me/weekly-hours", hours).expect(200);

    var offer = new Market.Provider(vendor, provider, listing, Place.TORONTO);
    var client = market.client();
    var booking = Map.of("listing", listing, "start", nextMonday(offer), "paymentMethod", "sbx_ok");
    var _ = client.post("/bookings", booking).expectProblem(409, "NOT_PAYABLE");

    market.openAccount(vendor);
    Market.await(() -> Market.isPayable(vendor));

    assertThat(client.post("/bookings", booking).expect(201).json().path("money").asText())
        .isEqualTo("HELD");
  }

  private String nextMonday(Market.Provider provider) {
    for (var ahead = 1; ahead < 9; ahead++) {
      var day = market.now().atZone(ZoneId.of(provider.place().zone())).toLocalDate();
      var slots = market.slots(provider, day.plusDays(ahead)).toList();
      if (!slots.isEmpty()) {
        return slots.getFirst();
      }
    }
    throw new IllegalStateException("no slot within a week");
  }
}
