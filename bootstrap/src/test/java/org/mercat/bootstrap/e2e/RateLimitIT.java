package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with small limits, whose tokens take an hour to come back. */
class RateLimitIT {

  private static @Nullable ServerProcess server;
  private static @Nullable Api vendor;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.launch(
            "rate-limit",
            Map.of("MERCAT_RATE_LIMITS", "search=3/10h,auth-login=3/10h,write=2/10h"));
    server.awaitReady();
    vendor = new Market(server.url()).vendor();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whoever_has_not_signed_in_is_counted_by_address_whatever_he_says_it_is() {
    var first = search("198.51.100.1").expect(200);
    assertThat(first.headers().allValues("RateLimit-Policy"))
        .contains("\"address\";q=1000000;w=60", "\"search\";q=3;w=36000");
    assertThat(first.headers().allValues("RateLimit")).contains("\"search\";r=2;t=12000");
    search("198.51.100.2").expect(200);
    search("198.51.100.3").expect(200);

    var refused = search("198.51.100.4").expectProblem(429, "TOO_MANY_REQUESTS");

    assertThat(refused.json().path("violated-policies").path(0).asText()).isEqualTo("search");
    assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf))
        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(10_000, 12_000));
  }

  @Test
  void guesses_end_with_the_limit_and_whoever_is_signed_in_goes_on() {
    var wrong = Map.of("email", "nobody@example.org", "password", "not the password at all");
    anybody().post("/auth/login", wrong).expectProblem(401, "UNAUTHENTICATED");
    anybody().post("/auth/login", wrong).expectProblem(401, "UNAUTHENTICATED");

    anybody().post("/auth/login", wrong).expectProblem(429, "TOO_MANY_REQUESTS");

    signedIn().get("/auth/me").expect(200);
  }

  @Test
  void a_replay_costs_nothing_and_a_bad_request_does() {
    var profile =
        Map.<String, Object>of(
            "businessName", "Calm Homes",
            "country", "CA",
            "subdivision", "ON",
            "postalCode", "M5V 3L9",
            "timeZone", "America/Toronto",
            "taxRegistration", "123456782RT0001",
            "serviceRadiusMetres", 25_000);
    var key = UUID.randomUUID().toString();
    signedIn().post("/providers/register", profile, key).expect(201);
    for (var turn = 0; turn < 3; turn++) {
      assertThat(signedIn().post("/providers/register", profile, key).expect(201).isReplayed())
          .isTrue();
    }
    signedIn().post("/listings", Map.of()).expectProblem(422, "UNACCEPTABLE_REQUEST");

    signedIn().post("/listings", Map.of()).expectProblem(429, "TOO_MANY_REQUESTS");
  }

  private static Api.Answer search(String forged) {
    var api = anybody();
    return api.send(
        api.request("/search")
            .header("X-Forwarded-For", forged)
            .header("Forwarded", "for=" + forged));
  }

  private static Api signedIn() {
    if (vendor == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return vendor;
  }

  private static Api anybody() {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return Api.of(server.url());
  }
}
