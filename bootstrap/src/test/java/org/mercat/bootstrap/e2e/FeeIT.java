package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** What a provider pays, by promotion, volume, level or none of them, on a server of its own. */
class FeeIT {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  private static ServerProcess server;

  private Market market;
  private Market.Provider provider;
  private Api client;
  private Api admin;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.launch("fees", Map.of());
    server.awaitReady();
  }

  @BeforeEach
  void people() {
    market = new Market(server.url());
    provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    client = market.client();
    admin = market.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_booking_pays_by_the_rule_that_holds_when_it_is_confirmed_and_keeps_it() {
    var first = market.paid(client, provider, "sbx_ok");
    var promotion = set(rule("promotion", 50_000, "provider", provider.id()));
    var second = market.paid(client, provider, "sbx_ok");
    var overlapping = rule("promotion", 60_000, "provider", provider.id());
    admin.post("/admin/fees/rules", overlapping).expectProblem(409, "RULE_OVERLAP");
    var end = "/admin/fees/rules/" + promotion.path("id").asText() + "/end";
    var ended = admin.post(end, Map.of()).expect(200).json();
    var _ = set(rule("level", 110_000, "level", "gold"));
    var gold = Map.of("provider", provider.id(), "level", "gold", "reason", "a good shop");
    var _ = admin.post("/admin/fees/tiers", gold).expect(201);
    var third = market.paid(client, provider, "sbx_ok");

    assertPays(first, 750, "platform-fee:v0", 0);
    assertPays(second, 250, "promotion:" + promotion.path("id").asText() + ":v1", 1);
    assertThat(explained(third).path("source").asText()).isEqualTo("level");
    assertThat(explained(third).at("/amount/amount").asLong()).isEqualTo(550);
    assertThat(ended.path("version").asLong()).isEqualTo(2);
    var shown = client.get("/bookings/" + second + "/explain").expect(200).json();
    assertThat(shown.has("platformFee")).isFalse();
    assertThat(shown.at("/taxes/0/rule").asText()).isEqualTo("ca-on-hst-2010-07-01");
    assertThat(admin.get("/admin/fees/rules?kind=promotion").expect(200).json().path("items"))
        .containsExactly(ended);
  }

  @Test
  void what_was_released_in_a_month_decides_what_is_paid_in_the_next_one() {
    var _ = set(rule("volume", 90_000, "salesFrom", Map.of("amount", 5_000, "currency", "CAD")));
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok");
    provider.api().post(path + "/deliver").expect(200);
    var released = client.post(path + "/confirm").expect(200).json();
    assertThat(Market.amount(released, "platformFee")).isEqualTo(750);
    var before = market.now();
    var month = YearMonth.from(before.atZone(TORONTO));
    var next = month.plusMonths(1).atDay(1).atStartOfDay(TORONTO).toInstant();

    market.setTime(next.plus(Duration.ofMinutes(6)));
    var own = provider.api().get("/providers/me/fee").expect(200).json();
    var later = explained(market.paid(client, provider, "sbx_ok"));
    var listed = admin.get("/admin/fees/volumes?month=" + month).expect(200).json();
    market.setTime(before);

    assertThat(own.path("source").asText()).isEqualTo("volume");
    assertThat(own.path("ratePpm").asLong()).isEqualTo(90_000);
    assertThat(own.at("/volume/sales/amount").asLong()).isEqualTo(5_000);
    assertThat(later.at("/amount/amount").asLong()).isEqualTo(450);
    assertThat(listed.path("items")).containsExactly(own.path("volume"));
  }

  @Test
  void a_rate_is_set_once_under_its_key_and_by_administrators_alone() {
    var rule = rule("level", 100_000, "level", "silver");
    var key = UUID.randomUUID().toString();

    var first = admin.post("/admin/fees/rules", rule, key).expect(201);
    var again = admin.post("/admin/fees/rules", rule, key).expect(201);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.isReplayed()).isTrue();
    client.post("/admin/fees/rules", rule).expectProblem(403, "FORBIDDEN");
    var past = new HashMap<>(rule("level", 1, "level", "bronze"));
    past.put("from", "2020-01-01T00:00:00Z");
    var refused = admin.post("/admin/fees/rules", past).expect(422).json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/from");
  }

  private void assertPays(String booking, long fee, String rule, long version) {
    var explained = explained(booking);
    assertThat(explained.at("/amount/amount").asLong()).isEqualTo(fee);
    assertThat(explained.path("rule").asText()).isEqualTo(rule);
    assertThat(explained.path("ruleVersion").asLong()).isEqualTo(version);
    assertThat(explained.path("agreed").asBoolean()).isTrue();
  }

  private JsonNode explained(String booking) {
    return provider
        .api()
        .get("/bookings/" + booking + "/explain")
        .expect(200)
        .json()
        .path("platformFee");
  }

  private JsonNode set(Map<String, Object> rule) {
    return admin.post("/admin/fees/rules", rule).expect(201).json();
  }

  private static Map<String, Object> rule(String kind, int ratePpm, String member, Object value) {
    return Map.of(
        "direction",
        "platform_fee",
        "kind",
        kind,
        member,
        value,
        "ratePpm",
        ratePpm,
        "reason",
        "a rule of the test");
  }
}
