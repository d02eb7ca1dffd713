package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** Two markets on one server, told apart by the host that its proxy names, or by a token. */
class TenantsIT {

  private static ServerProcess server;
  private static Market first;

  private final String host = "paws-" + UUID.randomUUID() + ".example.org";
  private final String administrator = "ada-" + UUID.randomUUID() + "@example.org";

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.launch("tenants", Map.of("MERCAT_TRUSTED_PROXIES", "127.0.0.1,::1"));
    server.awaitReady();
    first = new Market(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_whole_booking_in_the_second_market_and_nothing_of_it_in_the_first() {
    var tenant = open();
    var second = second();
    var provider = second.provider(Place.TORONTO, Market.hourly(3_750));
    var client = second.client();
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            second.slot(provider, 7),
            "durationMinutes",
            120,
            "paymentMethod",
            "sbx_ok");
    var booking = client.post("/bookings", body).expect(201).json().path("id").asText();
    var path = "/bookings/" + booking;
    var _ = provider.api().post(path + "/deliver").expect(200);

    var confirmed = client.post(path + "/confirm").expect(200).json();

    assertThat(confirmed.path("money").asText()).isEqualTo("RELEASED");
    var ledger = client.get(path + "/ledger").expect(200).json();
    assertThat(Market.balance(ledger, "escrow:")).isZero();
    second.assertTheBooksAreRight();
    first.assertTheBooksAreRight();
    assertThat(transactions(second)).isPositive();
    assertThat(transactions(first)).isZero();

    assertThat(found(second)).isEqualTo(1);
    assertThat(found(first)).isZero();
    var admin = first.admin();
    for (var foreign :
        List.of(
            path,
            path + "/ledger",
            "/providers/" + provider.id(),
            "/listings/" + provider.listing())) {
      var _ = admin.get(foreign).expectProblem(404, "NOT_FOUND");
    }
    var _ = admin.get("/admin/tenants/" + tenant).expect(200);
  }

  @Test
  void one_address_is_a_person_in_each_market() {
    var _ = open();
    var newcomer =
        Map.of(
            "email", "ben-" + UUID.randomUUID() + "@example.org",
            "password", Market.PASSWORD,
            "firstName", "Ben",
            "lastName", "Bitdiddle",
            "role", "client");

    var here = first.anybody().post("/auth/register", newcomer).expect(201);
    var there = second().anybody().post("/auth/register", newcomer).expect(201);

    assertThat(there.id()).isNotEqualTo(here.id());
  }

  @Test
  void a_token_is_good_in_its_own_market_only_and_leads_there_from_a_host_that_nobody_has() {
    var _ = open();
    var ofSecond = second().client();
    var ofFirst = first.client();

    var _ = ofSecond.get("/auth/me").expect(200);
    var _ = ofFirst.at(host).get("/auth/me").expectProblem(401, "UNAUTHENTICATED");
    var me = ofSecond.at("nobody.example.org").get("/auth/me").expect(200);
    assertThat(me.id()).isEqualTo(ofSecond.get("/auth/me").expect(200).id());
  }

  @Test
  void each_market_signs_with_keys_of_its_own() {
    var _ = open();
    var _ = second().admin();
    var keys = server.url() + "/.well-known/jwks.json";

    var ofFirst = first.anybody().get(keys).expect(200).json();
    var ofSecond = second().anybody().get(keys).expect(200).json();

    assertThat(ofSecond.path("keys"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(ofFirst.path("keys"));
  }

  @Test
  void only_a_proxy_that_is_trusted_names_the_host() {
    var _ = open();
    var login = Map.of("email", administrator, "password", Market.PASSWORD);

    var _ = first.anybody().at(host).post("/auth/login", login).expect(200);
    var _ = first.anybody().post("/auth/login", login).expectProblem(401, "UNAUTHENTICATED");
    var _ =
        Market.shared()
            .anybody()
            .at(host)
            .post("/auth/login", login)
            .expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void a_suspended_market_is_not_served_and_comes_back() {
    var tenant = open();
    var admin = second().admin();
    var _ = admin.get("/admin/tenant").expect(200);

    setStatus(tenant, "suspended");

    Market.await(() -> admin.get("/admin/tenant").status() == 403);
    var _ = admin.get("/admin/tenant").expectProblem(403, "TENANT_SUSPENDED");
    var _ = second().anybody().get("/search").expectProblem(403, "TENANT_SUSPENDED");
    var _ = first.anybody().get("/search").expect(200);
    setStatus(tenant, "active");
    Market.await(() -> admin.get("/admin/tenant").status() == 200);
  }

  @Test
  void the_administrator_of_a_market_says_how_it_works_and_no_more() {
    var _ = open();
    var admin = second().admin();

    var settings = admin.get("/admin/tenant").expect(200);
    assertThat(settings.json().path("hosts").path(0).asText()).isEqualTo(host);
    var changed =
        admin
            .send(
                admin
                    .request("/admin/tenant")
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", settings.headers().firstValue("ETag").orElseThrow())
                    .method("PATCH", BodyPublishers.ofString("{\"language\": \"fr\"}")))
            .expect(200)
            .json();
    assertThat(changed.path("language").asText()).isEqualTo("fr");
    var french = first.admin().get("/admin/tenant").expect(200).json();
    assertThat(french.path("language").asText()).isEqualTo("en");
    var members = admin.get("/admin/tenant/members").expect(200).json().path("items");
    assertThat(members).hasSize(1);
    assertThat(members.path(0).path("email").asText()).isEqualTo(administrator);
    var _ = admin.get("/admin/tenants").expectProblem(403, "FORBIDDEN");
    var _ = admin.post("/admin/tenants", opening()).expectProblem(403, "FORBIDDEN");
  }

  @Test
  void a_key_of_a_program_belongs_to_its_market() {
    var _ = open();
    var client = second().client();
    var key =
        client
            .post("/api-keys", Map.of("name", "The till", "scopes", List.of("booking_own")))
            .expect(201)
            .json()
            .path("secret")
            .asText();

    var program = second().anybody().withToken(key);

    var _ = program.get("/bookings").expect(200);
    var _ = program.at("nobody.example.org").get("/bookings").expect(200);
    var _ = program.get("/api-keys").expectProblem(403, "FORBIDDEN");
    var elsewhere = first.client();
    var stranger = elsewhere.post("/api-keys", till()).expect(201).json().path("secret").asText();
    var _ =
        second()
            .anybody()
            .withToken(stranger)
            .get("/bookings")
            .expectProblem(401, "UNAUTHENTICATED");
  }

  private static Map<String, Object> till() {
    return Map.of("name", "The till", "scopes", List.of("booking_own"));
  }

  private Market second() {
    return first.at(host, administrator, Market.PASSWORD);
  }

  private String open() {
    return first.admin().post("/admin/tenants", opening()).expect(201).id();
  }

  private Map<String, Object> opening() {
    return Map.of(
        "name", "Paws & Co",
        "slug", host.replace(".example.org", ""),
        "hosts", List.of(host),
        "administrator", Map.of("email", administrator, "password", Market.PASSWORD));
  }

  private static void setStatus(String tenant, String status) {
    var admin = first.admin();
    var path = "/admin/tenants/" + tenant;
    var tag = admin.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
    var _ =
        admin
            .send(
                admin
                    .request(path)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", tag)
                    .method("PATCH", BodyPublishers.ofString("{\"status\": \"" + status + "\"}")))
            .expect(200);
  }

  private static int found(Market market) {
    JsonNode items = market.anybody().get("/search").expect(200).json().path("items");
    return items.size();
  }

  private static long transactions(Market market) {
    var audit = market.admin().get("/admin/ledger/verify").expect(200).json();
    return audit.path("transactions").asLong();
  }
}
