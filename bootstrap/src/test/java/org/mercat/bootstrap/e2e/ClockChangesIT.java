package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.bootstrap.e2e.Market.Place;

/** Clocks by the data of the product, over HTTP, on a runtime that may not know of 2026 yet. */
class ClockChangesIT {

  private final Market market = Market.shared();

  @Test
  void a_repeated_hour_is_offered_twice_and_one_that_is_left_out_cannot_be_booked() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));

    assertThat(market.slots(provider, LocalDate.parse("2027-11-07")))
        .startsWith("2027-11-07T04:00:00Z", "2027-11-07T05:00:00Z", "2027-11-07T06:00:00Z")
        .endsWith("2027-11-08T04:00:00Z")
        .hasSize(25);
    assertThat(market.slots(provider, LocalDate.parse("2027-03-14"))).hasSize(23);
    var gap = Map.of("local", "2027-03-14T02:30", "zone", "America/Toronto");
    market
        .client()
        .post("/bookings", Map.of("listing", provider.listing(), "start", gap))
        .expectProblem(422, "NONEXISTENT_LOCAL_TIME");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "BC, V6B 1A1, America/Vancouver, 2026-12-07T07:00:00Z",
    "AB, T5J 1A1, America/Edmonton,  2026-12-07T06:00:00Z",
    "NT, X1A 1A1, America/Yellowknife, 2026-12-07T06:00:00Z",
    "MB, R3C 1A1, America/Winnipeg,  2026-12-07T05:00:00Z"
  })
  void where_clocks_stay_a_winters_day_begins_as_in_summer(
      String subdivision, String postalCode, String zone, String midnight) {
    var place = new Place(subdivision, postalCode, zone);
    var provider = market.provider(place, Market.hourly(5_000));

    assertThat(market.slots(provider, LocalDate.parse("2026-12-07"))).startsWith(midnight);

    var start = Map.of("local", "2026-12-07T00:00", "zone", zone);
    var booking =
        market
            .client()
            .post("/bookings", Map.of("listing", provider.listing(), "start", start))
            .expect(201)
            .json();
    assertThat(booking.path("start").asText()).isEqualTo(midnight);
  }

  @Test
  void an_offset_is_a_zone_of_its_own_and_what_no_place_is_called_is_none() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();

    client
        .post("/bookings", Map.of("listing", provider.listing(), "start", noon("UTC+05:00")))
        .expectProblem(422, "UNACCEPTABLE_REQUEST");
    var booking =
        client
            .post("/bookings", Map.of("listing", provider.listing(), "start", noon("-04:00")))
            .expect(201)
            .json();
    assertThat(booking.path("start").asText()).isEqualTo("2026-12-07T16:00:00Z");
  }

  private static Map<String, String> noon(String zone) {
    return Map.of("local", "2026-12-07T12:00", "zone", zone);
  }
}
