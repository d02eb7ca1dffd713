package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing up, in and out on a real server. */
class IdentityIT {

  private final Market market = Market.shared();

  @Test
  void an_account_is_found_where_its_answer_says_by_its_owner() {
    var email = "ada-" + UUID.randomUUID() + "@example.org";
    var registered = market.anybody().post("/auth/register", newcomer(email)).expect(201);
    var ada = market.anybody().signedIn(email, Market.PASSWORD);

    var place = registered.headers().firstValue("Location").orElseThrow();

    assertThat(place).endsWith("/api/v1/auth/me");
    assertThat(ada.get("/auth/me").expect(200).json()).isEqualTo(registered.json());
    assertThat(registered.json().path("roles")).extracting(JsonNode::asText).containsOnly("client");
  }

  @Test
  void an_address_is_taken_once_however_it_is_written() {
    var email = "ada-" + UUID.randomUUID() + "@example.org";
    var _ = market.anybody().post("/auth/register", newcomer(email)).expect(201);

    var _ =
        market
            .anybody()
            .post("/auth/register", newcomer(email.toUpperCase(Locale.ROOT)))
            .expectProblem(409, "WRONG_STATE");
  }

  @Test
  void a_token_is_worth_nothing_once_its_owner_has_signed_out() {
    var ada = market.client();
    var _ = ada.get("/auth/me").expect(200);

    assertThat(ada.post("/auth/logout").expect(204).text()).isEmpty();

    var refused = ada.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }

  @ParameterizedTest
  @CsvSource({"/auth/me", "/bookings", "/admin/platform-fee"})
  void nobody_gets_in_without_a_token(String path) {
    var _ = market.anybody().get(path).expectProblem(401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.e30.", "a.b.c"})
  void a_bad_token_is_refused_even_where_none_is_needed(String token) {
    var request =
        market.anybody().request("/search").header("Authorization", "Bearer " + token).GET();

    var _ = market.anybody().send(request).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    var email = "ada-" + UUID.randomUUID() + "@example.org";
    var _ = market.anybody().post("/auth/register", newcomer(email)).expect(201);

    var wrong = login(email, "guess").expectProblem(401, "UNAUTHENTICATED").json();
    var unknown = login("not-" + email, Market.PASSWORD).expectProblem(401, "UNAUTHENTICATED");

    assertThat(unknown.json().path("detail")).isEqualTo(wrong.path("detail"));
  }

  @Test
  void many_who_refresh_at_once_go_on_together_and_an_old_token_ends_the_session() {
    var first = signedUp();
    var together =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(_ -> refresh(first).expect(200).json().path("refreshToken").asText())
            .distinct()
            .toList();
    assertThat(together).hasSize(1);
    var tokens = refresh(together.getFirst()).expect(200).json();

    var _ = refresh(first).expectProblem(401, "UNAUTHENTICATED");

    var _ = refresh(tokens.path("refreshToken").asText()).expectProblem(401, "UNAUTHENTICATED");
    var request =
        market
            .anybody()
            .request("/auth/me")
            .header("Authorization", "Bearer " + tokens.path("accessToken").asText())
            .GET();
    var _ = market.anybody().send(request).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void a_person_sees_the_own_sessions_ends_one_and_then_all() {
    var email = "ada-" + UUID.randomUUID() + "@example.org";
    var _ = market.anybody().post("/auth/register", newcomer(email)).expect(201);
    var laptop = market.anybody().signedIn(email, Market.PASSWORD);
    var phone = market.anybody().signedIn(email, Market.PASSWORD);
    var stranger = market.client();

    var items = laptop.get("/auth/sessions").expect(200).json().path("items");
    var other = items.path(0).path("id").asText();

    assertThat(items)
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.path("ip").asText()).isNotEmpty());
    assertThat(items.path(1).path("current").asBoolean()).isTrue();
    var _ = delete(stranger, other).expectProblem(404, "NOT_FOUND");
    var _ = delete(laptop, other).expect(204);
    var _ = phone.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
    var _ = laptop.post("/auth/logout-all").expect(204);
    var _ = laptop.get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
  }

  private static Api.Answer delete(Api api, String session) {
    return api.send(api.request("/auth/sessions/" + session).DELETE());
  }

  private String signedUp() {
    var email = "ada-" + UUID.randomUUID() + "@example.org";
    var _ = market.anybody().post("/auth/register", newcomer(email)).expect(201);
    return login(email, Market.PASSWORD).expect(200).json().path("refreshToken").asText();
  }

  private Api.Answer refresh(String token) {
    return market.anybody().post("/auth/refresh", Map.of("refreshToken", token));
  }

  private Api.Answer login(String email, String password) {
    return market.anybody().post("/auth/login", Map.of("email", email, "password", password));
  }

  private static Map<String, String> newcomer(String email) {
    return Map.of(
        "email", email,
        "password", Market.PASSWORD,
        "firstName", "Ada",
        "lastName", "Lovelace",
        "role", "customer");
  }
}
