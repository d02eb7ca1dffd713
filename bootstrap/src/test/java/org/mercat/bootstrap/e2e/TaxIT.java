package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.bootstrap.e2e.Market.Place;

/** Who is taxed where, by which rule: of FEATURES 6, and N-06. */
class TaxIT {

  private static final Place CALGARY = new Place("AB", "T2P 1J9", "America/Edmonton");
  private static final Place YELLOWKNIFE = new Place("NT", "X1A 1A1", "America/Edmonton");

  private final Market market = Market.shared();

  /** the same provider walks a dog in another province, and sends a leash to many. */
  @Test
  void work_is_taxed_where_it_is_done_and_goods_where_they_go() {
    var provider = market.provider(CALGARY, Market.hourly(6_000));
    var client = market.client();

    var walk = booked(client, provider, Map.of("country", "CA", "subdivision", "BC"));

    assertThat(taxes(walk)).containsExactly("GST 300");
    assertThat(walk.at("/placeOfSupply/subdivision").asText()).isEqualTo("BC");
    var rule = client.get("/tax/rules/" + walk.at("/lines/1/rule").asText()).expect(200).json();
    assertThat(rule.path("source").asText()).startsWith("Canada Revenue Agency");
    var leash = "/tax/quote?amount=8000&supply=goods&provider=" + provider.id() + "&delivery=CA-";
    assertThat(taxes(quote(client, leash + "BC"))).containsExactly("GST 400", "PST 560");
    assertThat(taxes(quote(client, leash + "SK"))).containsExactly("GST 400", "PST 480");
    assertThat(total(quote(client, leash + "AB"))).isEqualTo(8_400);
    assertThat(total(quote(client, leash + "MB"))).isEqualTo(8_960);
    assertThat(total(quote(client, leash + "NL"))).isEqualTo(9_200);
    assertThat(total(quote(client, leash + "NS"))).isEqualTo(9_120);
  }

  /** who is not registered collects nothing, and with goods the platform stands in. */
  @Test
  void an_unregistered_provider_collects_nothing() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    unregister(provider.api());

    var work = booked(client, provider, Map.of("country", "CA", "subdivision", "ON"));

    assertThat(taxes(work)).isEmpty();
    assertThat(total(work)).isEqualTo(5_000);
    var sale = "/tax/quote?amount=5000&provider=" + provider.id() + "&delivery=CA-ON&supply=";
    assertThat(total(quote(client, sale + "on_site"))).isEqualTo(5_000);
    var goods = quote(client, sale + "goods");
    assertThat(total(goods)).isEqualTo(5_650);
    assertThat(taxes(goods)).containsExactly("HST 650");
    assertThat(goods.path("collector").asText()).isEqualTo("platform");
  }

  @ParameterizedTest
  @CsvSource({
    "day=2025-03-31, ca-ns-hst-2010-07-01, 1500",
    "day=2025-04-01, ca-ns-hst-2025-04-01, 1400",
    "asOf=2025-04-01T02:59:59Z, ca-ns-hst-2010-07-01, 1500",
    "asOf=2025-04-01T03:00:00Z, ca-ns-hst-2025-04-01, 1400"
  })
  void a_quote_on_each_side_of_a_change_names_its_rule(String when, String rule, long tax) {
    var quote =
        quote(market.client(), "/tax/quote?amount=10000&supply=on_site&seller=CA-NS&" + when);

    assertThat(quote.at("/lines/0/rule").asText()).isEqualTo(rule);
    assertThat(quote.at("/lines/0/source").asText()).isNotEmpty();
    assertThat(quote.at("/tax/amount").asLong()).isEqualTo(tax);
  }

  @Test
  void what_is_recorded_is_known_from_then_on_and_never_forgotten() {
    var admin = market.admin();
    var place = "US-NJ";
    var before = market.now();
    var rule = added(admin, rule(place, "GST", 40_000));
    admin.post("/admin/tax/rules", rule(place, "HST", 1)).expectProblem(409, "RULE_OVERLAP");
    var change = Map.of("ratePpm", 50_000, "from", "2027-07-01", "source", "an amendment");
    var supersede = "/admin/tax/rules/" + rule.path("id").asText() + "/supersede";
    var between = market.now();

    var by = admin.post(supersede, change).expect(200).json().path("items");

    assertThat(by).hasSize(2);
    admin.post(supersede, change).expectProblem(409, "WRONG_STATE");
    var sale = "/tax/quote?amount=10000&supply=goods&seller=" + place + "&day=2027-07-01";
    assertThat(total(quote(admin, sale))).isEqualTo(10_500);
    assertThat(total(quote(admin, sale + "&asOf=" + between))).isEqualTo(10_400);
    assertThat(total(quote(admin, sale + "&asOf=" + before))).isEqualTo(10_000);
    assertThat(listed(admin, "?place=" + place)).hasSize(2);
    assertThat(listed(admin, "?place=" + place + "&history=true")).hasSize(3);
  }

  @Test
  void a_rule_is_added_once_under_its_key() {
    var admin = market.admin();
    var rule = rule("US-VT", "PST", 60_000);
    var key = UUID.randomUUID().toString();

    var first = admin.post("/admin/tax/rules", rule, key).expect(201);
    var again = admin.post("/admin/tax/rules", rule, key).expect(201);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.isReplayed()).isTrue();
    market.client().post("/admin/tax/rules", rule).expectProblem(403, "FORBIDDEN");
  }

  /** Bookings are priced by what is recorded, and keep it. */
  @Test
  void a_rule_for_a_category_taxes_the_bookings_of_that_category() {
    var admin = market.admin();
    var provider = market.provider(YELLOWKNIFE, photography());
    var client = market.client();
    var rule = new HashMap<>(rule("CA-NT", "PST", 60_000));
    rule.put("category", "photography");
    rule.put("sharePpm", 500_000);
    var name = added(admin, rule).path("name").asText();

    var booking = booked(client, provider, Map.of("country", "CA", "subdivision", "NT"));

    assertThat(taxes(booking)).containsExactly("GST 500", "PST 300");
    assertThat(name).startsWith("ca-nt-pst-photography-2020-01-01-");
    var year = market.now().toString().substring(0, 4);
    var summary = client.get("/tax/summary?year=" + year).expect(200).json();
    assertThat(summary.at("/asClient/lines"))
        .extracting(line -> line.path("component").asText() + line.at("/charged/amount").asText())
        .containsExactly("GST500", "PST300");
    var ofProvider = provider.api().get("/tax/summary?year=" + year).expect(200).json();
    assertThat(ofProvider.at("/asProvider/kept/0/amount"))
        .isEqualTo(summary.at("/asClient/kept/0/amount"));
    var watched = provider.api().get("/tax/small-supplier").expect(200).json();
    assertThat(watched.at("/soldThisQuarter/amount").asLong()).isEqualTo(10_000);
    assertThat(watched.path("standing").asText()).isEqualTo("small");
  }

  private static Map<String, Object> photography() {
    var listing = new HashMap<>(Market.hourly(10_000));
    listing.put("category", "photography");
    return listing;
  }

  private static Map<String, Object> rule(String place, String component, int ratePpm) {
    return Map.of(
        "place", place,
        "component", component,
        "ratePpm", ratePpm,
        "from", "2020-01-01",
        "source", "a law of the test");
  }

  private static JsonNode added(Api admin, Map<String, Object> rule) {
    return admin.post("/admin/tax/rules", rule).expect(201).json();
  }

  private static JsonNode listed(Api admin, String query) {
    return admin.get("/admin/tax/rules" + query).expect(200).json().path("items");
  }

  private JsonNode booked(Api client, Market.Provider provider, Map<String, Object> address) {
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "address",
            address,
            "paymentMethod",
            "sbx_ok");
    return client.post("/bookings", body).expect(201).json();
  }

  private static void unregister(Api provider) {
    var _ =
        provider
            .send(
                provider
                    .request("/providers/me")
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .method("PATCH", BodyPublishers.ofString("{\"taxRegistration\": null}")))
            .expect(200);
  }

  private static JsonNode quote(Api api, String path) {
    return api.get(path).expect(200).json();
  }

  private static long total(JsonNode priced) {
    return priced.at("/total/amount").asLong();
  }

  private static List<String> taxes(JsonNode priced) {
    return StreamSupport.stream(priced.path("lines").spliterator(), false)
        .filter(line -> line.has("component"))
        .map(line -> line.path("component").asText() + " " + line.at("/amount/amount").asLong())
        .toList();
  }
}
