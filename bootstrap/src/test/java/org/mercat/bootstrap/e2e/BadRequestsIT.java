package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.bootstrap.e2e.Market.Place;

/** What no schema says: requests that cannot be read, and rules that a body alone cannot break. */
class BadRequestsIT {

  private static final byte[] TWO_MEGABYTES =
      ("{\"email\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

  private final Market market = Market.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"email\":\"a\",\"email\":\"b\"}", "{} {}", "", "{\"email\":\"\\ud800\"}x"})
  void a_body_that_is_no_json_cannot_be_read(String body) {
    market.anybody().post("/auth/login", body).expectProblem(400, "UNREADABLE_REQUEST");
  }

  @Test
  void another_media_type_is_not_taken() {
    var api = market.anybody();

    api.send(
            api.request("/auth/login")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello")))
        .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_body_over_the_limit_is_refused_with_and_without_its_length() {
    var api = market.anybody();

    api.send(
            api.request("/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(TWO_MEGABYTES)))
        .expectProblem(413, "TOO_LARGE");
    api.send(
            api.request("/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MEGABYTES))))
        .expectProblem(413, "TOO_LARGE");
  }

  @Test
  void what_is_not_there_is_a_problem_inside_and_outside_of_the_api() {
    var api = market.client();

    api.get("/no/such/thing").expectProblem(404, "NOT_FOUND");
    api.get(api.server() + "/nowhere").expectProblem(404, "NOT_FOUND");
    api.get("/bookings/" + UUID.randomUUID()).expectProblem(404, "NOT_FOUND");
    api.get("/bookings/not-an-id").expectProblem(404, "NOT_FOUND");
    api.send(api.request("/bookings").DELETE()).expectProblem(405, "METHOD_NOT_ALLOWED");
    api.get("/bookings?colour=blue").expectProblem(400, "UNREADABLE_REQUEST");
    api.get("/bookings?limit=0").expectProblem(400, "UNREADABLE_REQUEST");
    api.get("/bookings?cursor=%21").expectProblem(400, "UNREADABLE_REQUEST");
  }

  @Test
  void a_form_that_is_not_offered_is_refused_with_a_problem() {
    var api = market.client();

    api.send(api.request("/bookings").header("Accept", "image/png").GET())
        .expectProblem(406, "NOT_ACCEPTABLE");
  }

  @Test
  void without_a_token_or_with_a_wrong_one_nothing_is_told() {
    var api = market.anybody();

    var refused = api.get("/bookings").expectProblem(401, "UNAUTHENTICATED");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
    api.send(api.request("/bookings").header("Authorization", "Bearer x.y.z").GET())
        .expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void times_in_the_past_and_off_the_step_are_not_offered() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();

    for (var start : List.of("2020-01-06T14:00:00Z", market.now().plusSeconds(86_401).toString())) {
      client
          .post("/bookings", Map.of("listing", provider.listing(), "start", start))
          .expectProblem(422, "OUTSIDE_AVAILABILITY");
    }
    var gap = Map.of("local", "2027-03-14T02:30", "zone", "America/Toronto");
    client
        .post("/bookings", Map.of("listing", provider.listing(), "start", gap))
        .expectProblem(422, "NONEXISTENT_LOCAL_TIME");
  }

  @Test
  void overlapping_hours_are_refused() {
    var vendor = market.vendor();
    var _ = market.profile(vendor, Place.TORONTO);
    var hours =
        List.of(
            Map.of("day", "monday", "from", "09:00", "to", "12:00"),
            Map.of("day", "monday", "from", "11:00", "to", "13:00"));

    vendor
        .put("/providers/me/weekly-hours", Map.of("hours", hours))
        .expectProblem(409, "RULE_OVERLAP");
  }

  @Test
  void a_change_needs_the_version_that_it_is_of() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var api = provider.api();
    var path = "/listings/" + provider.listing();

    api.send(patch(api, path)).expectProblem(428, "IF_MATCH_MISSING");
    api.send(patch(api, path).header("If-Match", "\"99\"")).expectProblem(412, "STALE");
    var tag = api.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
    api.send(patch(api, path).header("If-Match", tag)).expect(200);
  }

  @Test
  void what_belongs_to_others_is_not_found_or_forbidden() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var body =
        Map.of(
            "listing", provider.listing(),
            "start", market.slot(provider, 5),
            "paymentMethod", "sbx_ok");
    var booking = "/bookings/" + client.post("/bookings", body).expect(201).id();

    market.client().get(booking).expectProblem(404, "NOT_FOUND");
    market.client().get(booking + "/ledger").expectProblem(404, "NOT_FOUND");
    client.post(booking + "/deliver").expectProblem(403, "FORBIDDEN");
    client.post(booking + "/confirm").expectProblem(409, "WRONG_STATE");
    client.get("/admin/ledger/verify").expectProblem(403, "FORBIDDEN");
    provider.api().post("/bookings", body).expectProblem(403, "FORBIDDEN");
  }

  private static HttpRequest.Builder patch(Api api, String path) {
    return api.request(path)
        .header("Content-Type", "application/merge-patch+json")
        .method("PATCH", BodyPublishers.ofString("{\"title\":\"Deep cleaning\"}"));
  }
}
