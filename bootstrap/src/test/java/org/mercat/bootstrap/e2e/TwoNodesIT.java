package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Api.Answer;
import org.mercat.bootstrap.e2e.Market.Place;

/** Two servers on one database: what is done on one holds on the other. */
class TwoNodesIT {

  private static final int TWINS = 20;

  private static @Nullable ServerProcess one;
  private static @Nullable ServerProcess other;

  private final Market here = market(one);
  private final Market there = market(other);
  private final String email = "ada-" + UUID.randomUUID() + "@example.org";

  @BeforeAll
  static void start() throws IOException {
    one = ServerProcess.launch("node-1");
    one.awaitReady();
    var data = one.data();
    other =
        ServerProcess.launch(
            "node-2",
            Map.of(
                "MERCAT_DB_URL", EmbeddedRoles.url(data, "mercat"),
                "MERCAT_DB_OWNER_USER", "mercat_owner",
                "MERCAT_DB_OWNER_PASSWORD", secret(data, "mercat_owner"),
                "MERCAT_DB_USER", "mercat_app",
                "MERCAT_DB_PASSWORD", secret(data, "mercat_app"),
                "MERCAT_DATA_KEY", secret(data, "data-key")));
    other.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (other != null) {
      other.close();
    }
    if (one != null) {
      one.close();
    }
  }

  @Test
  void who_has_signed_out_on_one_is_out_on_the_other() {
    var token = login(signedUp()).path("accessToken").asText();
    var ada = there.anybody().withToken(token);
    ada.get("/auth/me").expect(200);

    here.anybody().withToken(token).post("/auth/logout").expect(204);

    Market.await(() -> ada.get("/auth/me").status() == 401);
  }

  @Test
  void who_is_suspended_on_one_is_out_on_the_other() {
    var ada = there.anybody().withToken(login(signedUp()).path("accessToken").asText());
    var account = "/admin/users/" + ada.get("/auth/me").expect(200).id();

    here.admin().post(account + "/suspend", Map.of("reason", "spam")).expect(200);

    Market.await(() -> ada.get("/auth/me").status() == 401);
  }

  @Test
  void a_role_that_is_given_and_taken_on_one_works_on_the_other() {
    var ada = there.anybody().withToken(login(signedUp()).path("accessToken").asText());
    var account = "/admin/users/" + ada.get("/auth/me").expect(200).id();
    ada.get("/providers/me").expectProblem(403, "FORBIDDEN");

    give(account, List.of("client", "provider"));
    Market.await(() -> ada.get("/providers/me").status() == 404);

    give(account, List.of("client"));
    Market.await(() -> ada.get("/providers/me").status() == 403);
  }

  @Test
  void who_refreshes_on_both_at_once_goes_on_with_one_token() throws Exception {
    var first = login(signedUp()).path("refreshToken").asText();

    var answers = atOnce(market -> refresh(market, first));

    assertThat(answers).allSatisfy(answer -> answer.expect(200));
    assertThat(answers)
        .extracting(answer -> answer.json().path("refreshToken").asText())
        .containsOnly(answers.getFirst().json().path("refreshToken").asText());
    var next = refresh(there, answers.getFirst().json().path("refreshToken").asText());
    var tokens = next.expect(200).json();
    var ada = here.anybody().withToken(tokens.path("accessToken").asText());
    ada.get("/auth/me").expect(200);

    refresh(here, first).expectProblem(401, "UNAUTHENTICATED");

    refresh(there, tokens.path("refreshToken").asText()).expectProblem(401, "UNAUTHENTICATED");
    Market.await(() -> ada.get("/auth/me").status() == 401);
  }

  @Test
  void twins_on_both_get_one_booking_and_the_same_answer() throws Exception {
    var provider = here.provider(Place.TORONTO, Market.hourly(5_000));
    var token = login(signedUp()).path("accessToken").asText();
    var key = UUID.randomUUID().toString();
    var body =
        Map.of(
            "listing", provider.listing(),
            "start", here.slot(provider, 7),
            "paymentMethod", "sbx_ok");

    var answers = atOnce(market -> market.anybody().withToken(token).post("/bookings", body, key));

    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    var bookings = there.anybody().withToken(token).get("/bookings").expect(200).json();
    assertThat(bookings.path("items")).hasSize(1);
  }

  @Test
  void a_key_that_is_made_on_both_at_once_has_one_secret() throws Exception {
    var token = login(signedUp()).path("accessToken").asText();
    var key = UUID.randomUUID().toString();
    var body = Map.of("name", "The till", "scopes", List.of("booking_own"));

    var answers = atOnce(market -> market.anybody().withToken(token).post("/api-keys", body, key));

    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    var program = answers.getFirst().json().path("secret").asText();
    there.anybody().withToken(program).get("/bookings").expect(200);
  }

  /** The answers to twins, of whom every second one asks the other server. */
  private List<Answer> atOnce(Function<Market, Answer> call) throws InterruptedException {
    var start = new CyclicBarrier(TWINS);
    var calls =
        IntStream.range(0, TWINS)
            .<Callable<Answer>>mapToObj(
                number ->
                    () -> {
                      var _ = start.await();
                      return call.apply(number % 2 == 0 ? here : there);
                    })
            .toList();
    try (var executor = Executors.newFixedThreadPool(TWINS)) {
      return executor.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private void give(String account, List<String> roles) {
    here.admin()
        .putOver(account + "/permissions", account + "/roles", Map.of("roles", roles))
        .expect(200);
  }

  private static Answer refresh(Market market, String token) {
    return market.anybody().post("/auth/refresh", Map.of("refreshToken", token));
  }

  private String signedUp() {
    var newcomer =
        Map.of(
            "email", email,
            "password", Market.PASSWORD,
            "firstName", "Ada",
            "lastName", "Lovelace",
            "role", "client");
    here.anybody().post("/auth/register", newcomer).expect(201);
    return email;
  }

  private JsonNode login(String address) {
    var body = Map.of("email", address, "password", Market.PASSWORD);
    return here.anybody().post("/auth/login", body).expect(200).json();
  }

  private static Market market(@Nullable ServerProcess node) {
    if (node == null) {
      throw new IllegalStateException("no server");
    }
    return new Market(node.url());
  }

  private static String secret(Path data, String name) throws IOException {
    return Files.readString(data.resolve("secrets").resolve(name)).strip();
  }
}
