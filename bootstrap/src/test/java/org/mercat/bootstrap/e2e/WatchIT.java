package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.bootstrap.e2e.Market.Place;

/** What whoever runs the real server can see of it, and what its answers say to browsers. */
class WatchIT {

  private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-");

  private final Market market = Market.shared();

  @Test
  void the_metrics_tell_of_requests_by_route_of_the_pool_and_of_the_market() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var start = market.slot(provider, 7);
    var hold = Map.of("listing", provider.listing(), "start", start);
    var booking = client.post("/bookings", hold).expect(201).id();
    client.get("/bookings/" + booking).expect(200);
    client.get("/nowhere/" + booking).expect(404);
    var unknown = Map.of("email", "a@b.example", "password", "wrong wrong");
    market.anybody().post("/auth/login", unknown).expect(401);

    Market.await(() -> metric("mercat_open_holds") >= 1);
    Market.await(() -> metric("mercat_security_events{event=\"sign_in_failed\"}") >= 1);
    assertThat(metrics())
        .contains(
            "mercat_http_request_duration_seconds_count{"
                + "method=\"GET\",route=\"/api/v1/bookings/{booking}\",status=\"200\"}")
        .contains("route=\"unmatched\",status=\"404\"")
        .contains("mercat_bookings{lifecycle=\"awaiting_payment\"}")
        .contains("mercat_security_events{event=\"foreign_token\"}")
        .contains("mercat_db_table_bytes{table=\"booking\"}")
        .contains("mercat_db_connections{state=\"in_use\"}")
        .contains("jvm_memory_used_bytes{area=\"heap\"}")
        .doesNotContainPattern(ID);
    assertThat(metric("mercat_db_up")).isEqualTo(1);
    assertThat(metric("mercat_db_connections_waiting")).isNotNegative();
    assertThat(metric("mercat_gateway_event_oldest_seconds")).isNotNegative();
    assertThat(metric("mercat_outbox_lag_seconds")).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search, 200",
    "/api/v1/bookings, 401",
    "/api/v1/nowhere, 401",
    "/nowhere, 404",
    "/openapi?format=json, 200",
    "/openapi/ui/, 200",
    "/metrics, 200",
    "/health/ready, 200",
    "/health/nowhere, 404",
    "/api/v1/listings/a%00b, 400",
  })
  void every_answer_says_how_browsers_shall_take_it(String path, int status) {
    var headers = market.anybody().get(OneServerForAllTests.url() + path).expect(status).headers();

    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Permissions-Policy"))
        .singleElement()
        .asString()
        .contains("geolocation=()", "camera=()");
    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search, 200, application/json",
    "/api/v1/nowhere, 401, application/problem+json",
    "/nowhere, 404, application/problem+json",
    "/api/v1/.well-known/jwks.json, 200, application/jwk-set+json",
    "/.well-known/jwks.json, 200, application/jwk-set+json",
    "/openapi?format=json, 200, application/json",
    "/openapi, 200, application/yaml",
    "/openapi/ui/, 200, text/html",
    "/verify-email, 200, text/html",
    "/account-pages/act.js, 200, text/javascript",
    "/metrics, 200, text/plain",
    "/health/ready, 200, application/json",
  })
  void every_answer_says_what_its_body_is(String path, int status, String form) {
    var answer = market.anybody().get(OneServerForAllTests.url() + path).expect(status);

    var told = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    assertThat(told).startsWith(form);
    if (form.startsWith("text/")) {
      assertThat(told.replace(" ", "")).contains(";charset=utf-8");
    }
    if (form.endsWith("json")) {
      assertThat(answer.json().isContainerNode()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/search", "/openapi", "/metrics", "/health/ready", "/nowhere"})
  void nothing_that_was_sent_is_echoed(String path) {
    var answer =
        market
            .anybody()
            .send(to(path).header("X-Secret", "pssst").method("TRACE", BodyPublishers.noBody()));

    assertThat(answer.status()).as(answer.text()).isBetween(400, 501);
    assertThat(answer.text()).doesNotContain("pssst");
  }

  @Test
  void what_a_person_is_told_is_kept_in_no_cache() {
    assertThat(market.client().get("/auth/me").expect(200).headers().allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void a_page_of_another_origin_asks_before_it_signs_in() {
    var answer =
        market
            .anybody()
            .send(
                to("/api/v1/bookings")
                    .header("Origin", OneServerForAllTests.SHOP)
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.expect(204).headers().firstValue("Access-Control-Allow-Origin"))
        .contains(OneServerForAllTests.SHOP);
    assertThat(market.anybody().send(to("/api/v1/search").header("Origin", "https://evil.example")))
        .satisfies(
            other ->
                assertThat(other.expect(200).headers().map())
                    .doesNotContainKey("access-control-allow-origin"));
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, evil.example",
    "X-Forwarded-Proto, https",
    "X-Forwarded-Server, evil.example",
    "Forwarded, host=evil.example;proto=https",
    "$WSSN, evil.example",
    "$WSSC, https",
    "$WSSP, 6666",
    "$WSIS, true",
  })
  void nobody_can_name_this_server_by_a_header(String header, String value) {
    var answer = market.anybody().send(to("/openapi/ui").header(header, value));

    assertThat(answer.expect(302).headers().firstValue("Location")).contains("/openapi/ui/");
  }

  private HttpRequest.Builder to(String path) {
    return market.anybody().request(OneServerForAllTests.url() + path);
  }

  private String metrics() {
    return market.anybody().get(OneServerForAllTests.url() + "/metrics").expect(200).text();
  }

  private long metric(String name) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}
