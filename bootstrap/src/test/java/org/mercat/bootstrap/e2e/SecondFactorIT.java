package org.mercat.bootstrap.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.TotpSecret;

/** A code beside the password, on a real server, with an authenticator of our own. */
class SecondFactorIT {

  private static final int AT_ONCE = 5;

  private static ServerProcess server;
  private static Market market;

  private final String email = "ada-" + UUID.randomUUID() + "@example.org";

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.launch("second-factor", Map.of("MERCAT_TRUSTED_PROXIES", "127.0.0.1,::1"));
    server.awaitReady();
    market = new Market(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_code_is_asked_for_from_the_setting_up_to_the_end() {
    var here = market.person("client", email);
    var elsewhere = market.anybody().signedIn(email, Market.PASSWORD);
    var secret = begun(here);
    var step = TotpSecret.step(Instant.now());

    var codes = activated(here, secret.code(step).digits());

    assertThat(codes).hasSize(10);
    assertThat(mailed()).isEmpty();
    Market.await(() -> elsewhere.get("/auth/me").status() == 401);
    here.get("/auth/me").expect(200);
    var next = secret.code(step + 1).digits();
    signIn(Optional.empty()).expectProblem(401, "SECOND_FACTOR_REQUIRED");
    signIn(Optional.of(next)).expect(200);
    signIn(Optional.of(next)).expectProblem(401, "SECOND_FACTOR_REQUIRED");
    var recovery = codes.path(0).asText();
    signIn(Optional.of(recovery)).expect(200);
    signIn(Optional.of(recovery)).expectProblem(401, "SECOND_FACTOR_REQUIRED");

    end(here, codes.path(1).asText()).expect(204);

    signIn(Optional.empty()).expect(200);
  }

  @Test
  void an_administrator_helps_whoever_has_lost_it() {
    var here = market.person("client", email);
    var step = TotpSecret.step(Instant.now());
    var _ = activated(here, begun(here).code(step).digits());
    signIn(Optional.empty()).expectProblem(401, "SECOND_FACTOR_REQUIRED");
    var reset = "/admin/users/" + here.get("/users/me").expect(200).id() + "/reset-second-factor";

    market.admin().post(reset).expect(204);

    Market.await(() -> here.get("/auth/me").status() == 401);
    signIn(Optional.empty()).expect(200);
    market.admin().post(reset).expectProblem(409, "WRONG_STATE");
  }

  @Test
  void of_those_who_come_at_once_with_a_code_one_gets_in() throws Exception {
    var here = market.person("client", email);
    var secret = begun(here);
    var step = TotpSecret.step(Instant.now());
    var _ = activated(here, secret.code(step).digits());
    var next = secret.code(step + 1).digits();
    var start = new CyclicBarrier(AT_ONCE);
    Callable<Integer> signingIn =
        () -> {
          start.await();
          return signIn(Optional.of(next)).status();
        };

    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers =
          executor.invokeAll(Collections.nCopies(AT_ONCE, signingIn)).stream()
              .map(Future::resultNow)
              .collect(groupingBy(status -> status, summingInt(_ -> 1)));
      assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1, 401, AT_ONCE - 1));
    }
  }

  @Test
  void a_market_can_want_one_of_its_administrators() {
    var second = market.another();
    var admin = second.admin();
    var client = second.client();
    admin.get("/admin/users").expect(200);

    second.set("adminSecondFactorRequired", true);

    admin.get("/admin/users").expectProblem(409, "SECOND_FACTOR_MISSING");
    second.admin().get("/admin/users").expectProblem(409, "SECOND_FACTOR_MISSING");
    client.get("/bookings").expect(200);
    market.admin().get("/admin/users").expect(200);
    var secret = begun(admin);
    var _ = activated(admin, secret.code(TotpSecret.step(Instant.now())).digits());
    admin.get("/admin/users").expect(200);
  }

  private static TotpSecret begun(Api api) {
    var password = Map.of("password", Market.PASSWORD);
    var shown = api.post("/auth/totp", password).expect(200).json();
    assertThat(shown.path("uri").asText()).startsWith("otpauth://totp/");
    return new TotpSecret(shown.path("secret").asText());
  }

  private static JsonNode activated(Api api, String code) {
    var answer = api.post("/auth/totp/activate", Map.of("code", code)).expect(200);
    return answer.json().path("recoveryCodes");
  }

  private static Api.Answer end(Api api, String code) {
    var body = "{\"password\": \"%s\", \"code\": \"%s\"}".formatted(Market.PASSWORD, code);
    return api.send(
        api.request("/auth/totp")
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(body)));
  }

  private Api.Answer signIn(Optional<String> code) {
    var body = new HashMap<>(Map.of("email", email, "password", Market.PASSWORD));
    code.ifPresent(text -> body.put("code", text));
    return market.anybody().post("/auth/login", body);
  }

  private String mailed() {
    return new Mails(market).secret(email, "SecondFactorChanged");
  }
}
