package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The life of an account on a real server, with the mails that go with it. */
class AccountIT {

  private static final String NEXT = "another horse in the stable";

  private final Market market = Market.shared();
  private final String email = "ada-" + UUID.randomUUID() + "@example.org";

  @Test
  void an_address_is_verified_by_the_mail_that_was_sent_there() {
    var ada = registered();
    assertThat(me(ada).path("status").asText()).isEqualTo("pending_verification");
    var token = Map.of("token", mailed(email, "VerifyEmail"));

    var _ = market.anybody().post("/auth/verify-email", token).expect(204);

    assertThat(me(ada).path("status").asText()).isEqualTo("active");
    assertThat(me(ada).path("emailVerified").asBoolean()).isTrue();
    var _ =
        market
            .anybody()
            .post("/auth/verify-email", token)
            .expectProblem(422, "UNACCEPTABLE_REQUEST");
  }

  @Test
  void a_telephone_is_verified_by_the_code_that_was_sent_there() {
    var ada = registered();
    var number = "+1416" + "%07d".formatted(2_000_000 + Math.floorMod(email.hashCode(), 7_000_000));
    var _ = ada.post("/auth/phone", Map.of("phone", number)).expect(202);

    var _ =
        ada.post("/auth/verify-phone", Map.of("code", mailed(number, "VerifyPhone"))).expect(204);

    assertThat(me(ada).path("phone").asText()).isEqualTo(number);
    assertThat(me(ada).path("phoneVerified").asBoolean()).isTrue();
  }

  @Test
  void a_forgotten_password_is_replaced_and_every_session_ends() {
    var ada = registered();
    var _ = market.anybody().post("/auth/forgot-password", Map.of("email", email)).expect(202);
    var body = Map.of("token", mailed(email, "ResetPassword"), "password", NEXT);

    var _ = market.anybody().post("/auth/reset-password", body).expect(204);

    Market.await(() -> ada.get("/auth/me").status() == 401);
    var _ = signIn(Market.PASSWORD).expectProblem(401, "UNAUTHENTICATED");
    var _ = signIn(NEXT).expect(200);
    assertThat(mailed(email, "PasswordChanged")).isEmpty();
  }

  @Test
  void an_unknown_address_gets_the_same_answer_to_a_forgotten_password() {
    var nobody = Map.of("email", "nobody-" + email);

    assertThat(market.anybody().post("/auth/forgot-password", nobody).expect(202).text()).isEmpty();
  }

  @Test
  void another_address_takes_effect_when_its_mail_is_answered() {
    var ada = registered();
    var next = "countess-" + email;
    var wanted = Map.of("email", next, "password", Market.PASSWORD);
    var _ = ada.post("/auth/change-email", wanted).expect(202);
    assertThat(me(ada).path("email").asText()).isEqualTo(email);

    var token = Map.of("token", mailed(next, "VerifyEmail"));
    var _ = market.anybody().post("/auth/verify-email", token).expect(204);

    assertThat(me(ada).path("email").asText()).isEqualTo(next);
    assertThat(mailed(email, "EmailChanged")).isEmpty();
  }

  @Test
  void five_wrong_passwords_lock_and_the_owner_is_told() {
    var _ = registered();
    for (var tries = 0; tries < 5; tries++) {
      var _ = signIn("guess " + tries).expectProblem(401, "UNAUTHENTICATED");
    }

    var locked = signIn(Market.PASSWORD).expectProblem(429, "TOO_MANY_REQUESTS");

    assertThat(locked.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(mailed(email, "AccountLocked")).isEmpty();
  }

  @Test
  void an_unknown_address_is_locked_like_any_other() {
    for (var tries = 0; tries < 5; tries++) {
      var _ = signIn("guess " + tries).expectProblem(401, "UNAUTHENTICATED");
    }

    var _ = signIn("guess").expectProblem(429, "TOO_MANY_REQUESTS");
  }

  @Test
  void a_suspended_person_is_out_on_the_spot_and_comes_back() {
    var ada = registered();
    var path = "/admin/users/" + me(ada).path("id").asText();
    var admin = market.admin();

    var suspended = admin.post(path + "/suspend", Map.of("reason", "spam")).expect(200).json();

    assertThat(suspended.path("status").asText()).isEqualTo("suspended");
    Market.await(() -> ada.get("/auth/me").status() == 401);
    var _ = signIn(Market.PASSWORD).expectProblem(401, "UNAUTHENTICATED");
    var _ =
        admin.post(path + "/suspend", Map.of("reason", "spam")).expectProblem(409, "WRONG_STATE");
    var _ = admin.post(path + "/reactivate").expect(200);
    var _ = signIn(Market.PASSWORD).expect(200);
    assertThat(admin.get(path).expect(200).json().has("lastLoginAt")).isTrue();
    assertThat(admin.get("/admin/users?email=" + email).expect(200).json().path("items"))
        .hasSize(1);
  }

  @Test
  void a_closed_account_frees_its_address_and_its_profile_is_gone() {
    var ada = registered();
    var id = me(ada).path("id").asText();
    var password = "{\"password\": \"" + Market.PASSWORD + "\"}";
    var close =
        ada.request("/users/me")
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(password));

    assertThat(ada.send(close).expect(204).text()).isEmpty();

    Market.await(() -> ada.get("/users/me").status() == 401);
    var _ = market.anybody().post("/auth/register", newcomer()).expect(201);
    var restore = market.admin().post("/admin/users/" + id + "/restore");
    var _ = restore.expectProblem(409, "WRONG_STATE");
  }

  @Test
  void one_says_something_else_about_oneself_in_the_version_that_one_saw() {
    var ada = registered();
    var tag = ada.get("/users/me").expect(200).headers().firstValue("ETag").orElseThrow();

    var changed = ada.send(patch(ada, tag)).expect(200).json();

    assertThat(changed.path("postalCode").asText()).isEqualTo("M5V 2T6");
    var _ = ada.send(patch(ada, tag)).expectProblem(412, "STALE");
  }

  @Test
  void a_provider_sees_a_client_once_a_booking_joins_them() {
    var provider = market.provider(Market.Place.TORONTO, Market.hourly(3_000));
    var client = market.client();
    var path = "/users/" + me(client).path("id").asText();
    var _ = provider.api().get(path).expectProblem(404, "NOT_FOUND");
    var booking = Map.of("listing", provider.listing(), "start", market.slot(provider, 4));

    var _ = client.post("/bookings", booking).expect(201);

    var seen = provider.api().get(path).expect(200).json();
    assertThat(seen.path("firstName").asText()).isEqualTo("Ada");
    assertThat(seen.has("email")).isFalse();
    var _ = market.client().get(path).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void a_flood_of_sign_ins_leaves_bookings_alone() throws Exception {
    var provider = market.provider(Market.Place.TORONTO, Market.hourly(3_000));
    var client = market.client();
    var booking = Map.of("listing", provider.listing(), "start", market.slot(provider, 5));
    var logins =
        IntStream.range(0, 100)
            .<Callable<Integer>>mapToObj(each -> () -> signIn(each + "-" + email, "x").status())
            .toList();

    try (var flood = Executors.newFixedThreadPool(logins.size())) {
      var answers = logins.stream().map(flood::submit).toList();
      var _ = client.post("/bookings", booking).expect(201);
      for (var answer : answers) {
        assertThat(answer.get()).isIn(401, 503);
      }
    }
  }

  private Api registered() {
    var _ = market.anybody().post("/auth/register", newcomer()).expect(201);
    return market.anybody().signedIn(email, Market.PASSWORD);
  }

  private Map<String, String> newcomer() {
    return Map.of(
        "email", email,
        "password", Market.PASSWORD,
        "firstName", "Ada",
        "lastName", "Lovelace",
        "role", "client");
  }

  private Api.Answer signIn(String password) {
    return signIn(email, password);
  }

  private Api.Answer signIn(String address, String password) {
    return market.anybody().post("/auth/login", Map.of("email", address, "password", password));
  }

  private static HttpRequest.Builder patch(Api api, String tag) {
    var body = "{\"country\": \"CA\", \"subdivision\": \"ON\", \"postalCode\": \"m5v2t6\"}";
    return api.request("/users/me")
        .header("Content-Type", "application/merge-patch+json")
        .header("If-Match", tag)
        .method("PATCH", BodyPublishers.ofString(body));
  }

  private static JsonNode me(Api api) {
    return api.get("/users/me").expect(200).json();
  }

  private String mailed(String to, String kind) {
    return new Mails(market).secret(to, kind);
  }
}
