package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.domain.tenancy.TenantId;

/** Who has done what can be read, and nobody changes it unseen (A-12, AN-02, AN-03). */
class AuditIT {

  private final Market market = Market.shared();
  private final Api admin = market.admin();

  @Test
  void the_main_job_leaves_its_entries() {
    var client = market.client();
    var booking = completed(client);

    var entries = entries("subject=" + booking + "&limit=100");

    assertThat(events(entries))
        .contains(
            "BookingPlaced",
            "PaymentCaptured",
            "BookingConfirmed",
            "BookingDelivered",
            "BookingCompleted",
            "MoneyReleased");
    var me = client.get("/auth/me").expect(200).json().path("id").asText();
    var placed = entries.getLast();
    assertThat(placed.path("actor").path("id").asText()).isEqualTo(me);
    assertThat(placed.path("action").asText()).isEqualTo("booking");
    assertThat(placed.path("request").asText()).isNotEmpty();
    assertThat(placed.path("origin").asText()).matches("[0-9a-f]{16}");
    assertThat(placed.path("facts").path("client").asText()).isEqualTo(me);
    var earlier = entries.get(entries.size() - 2);
    assertThat(earlier.path("before").asText()).isEqualTo(placed.path("after").asText());
    assertThat(events(entries("actor=" + me + "&action=login"))).contains("SessionOpened");
  }

  @Test
  void an_administrator_who_reads_what_others_have_done_leaves_an_entry() {
    var booking = completed(market.client());
    var before = reads(booking);

    admin.get("/bookings/" + booking).expect(200);
    admin.get("/bookings/" + booking + "/ledger").expect(200);

    assertThat(reads(booking)).isEqualTo(before + 2);
  }

  @Test
  void an_administrator_who_reads_a_profile_leaves_an_entry() {
    var client = market.client();
    var me = client.get("/auth/me").expect(200).json().path("id").asText();
    client.get("/users/" + me).expect(200);
    var before = reads(me);

    admin.get("/users/" + me).expect(200);
    admin.get("/admin/users/" + me).expect(200);

    assertThat(reads(me)).isEqualTo(before + 2);
  }

  @Test
  void what_a_program_does_is_done_by_its_key() {
    var provider = market.provider(Place.TORONTO, Market.hourly(3_750));
    var scopes = List.of("booking_own", "booking_place");
    var key =
        market
            .client()
            .post("/api-keys", Map.of("name", "The till", "scopes", scopes))
            .expect(201)
            .json();
    var hold = Map.of("listing", provider.listing(), "start", market.slot(provider, 7));

    var program = market.anybody().withToken(key.path("secret").asText());
    var booking = program.post("/bookings", hold).expect(201).id();

    var placed = entries("subject=" + booking + "&limit=100").getLast();
    assertThat(placed.path("event").asText()).isEqualTo("BookingPlaced");
    assertThat(placed.path("actor").path("kind").asText()).isEqualTo("api_key");
    assertThat(placed.path("actor").path("id").asText()).isEqualTo(key.path("id").asText());
  }

  @Test
  void a_sign_in_that_is_refused_is_an_entry() {
    var id = "attempt-" + UUID.randomUUID();
    var request =
        market
            .anybody()
            .request("/auth/login")
            .header("Request-Id", id)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"email\":\"%s@example.org\",\"password\":\"a wrong password\"}"
                        .formatted(UUID.randomUUID())));
    market.anybody().send(request).expect(401);

    assertThat(entries("action=login&limit=100"))
        .filteredOn(entry -> entry.path("request").asText().equals(id))
        .extracting(entry -> entry.path("event").asText())
        .containsExactly("SignInFailed");
  }

  @Test
  void what_is_refused_to_people_who_may_not_read_the_trail() {
    for (var path : List.of("/admin/audit", "/admin/audit/verify", "/admin/system-events")) {
      market.client().get(path).expectProblem(403, "FORBIDDEN");
      market.anybody().get(path).expectProblem(401, "UNAUTHENTICATED");
    }
  }

  @Test
  void every_entry_gets_its_place_and_tampering_is_found() throws IOException, SQLException {
    var booking = completed(market.client());
    Market.await(() -> hasItsPlace(booking));
    assertThat(verification().path("problems")).isEmpty();
    var victim = entries("subject=" + booking + "&limit=100").getFirst();
    var id = victim.path("id").asText();

    asSuperuser("update audit_entry set request = 'another-request' where id = '" + id + "'");
    var found = verification();
    asSuperuser(
        "update audit_entry set request = '%s' where id = '%s'"
            .formatted(victim.path("request").asText(), id));

    assertThat(found.path("ok").asBoolean()).isFalse();
    assertThat(found.path("problems")).hasSize(1);
    assertThat(found.path("problems").path(0).path("damage").asText()).isEqualTo("changed");
    assertThat(found.path("problems").path(0).path("entry").asText()).isEqualTo(id);
    assertThat(verification().path("ok").asBoolean()).isTrue();
  }

  @Test
  void an_event_that_the_gateway_has_not_signed_is_reported() {
    var id = "unsigned-" + UUID.randomUUID();
    var request =
        market
            .anybody()
            .request("/webhooks/sandbox")
            .header("Request-Id", id)
            .POST(BodyPublishers.ofString("{}"));
    market.anybody().send(request).expect(400);

    Market.await(
        () ->
            admin
                .get("/admin/system-events?level=warning&limit=100")
                .expect(200)
                .text()
                .contains(id));
  }

  private String completed(Api client) {
    var provider = market.provider(Place.TORONTO, Market.hourly(3_750));
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "paymentMethod",
            "sbx_ok");
    var booking = client.post("/bookings", body).expect(201).id();
    provider.api().post("/bookings/" + booking + "/deliver").expect(200);
    client.post("/bookings/" + booking + "/confirm").expect(200);
    return booking;
  }

  private long reads(String booking) {
    return entries("action=read&limit=100&subject=" + booking).size();
  }

  private boolean hasItsPlace(String booking) {
    return entries("limit=100&subject=" + booking).stream()
        .allMatch(entry -> entry.path("sequence").asLong() > 0);
  }

  private JsonNode verification() {
    return admin.get("/admin/audit/verify").expect(200).json();
  }

  private List<JsonNode> entries(String query) {
    var items = admin.get("/admin/audit?" + query).expect(200).json().path("items");
    return new ArrayList<>(StreamSupport.stream(items.spliterator(), false).toList());
  }

  private static List<String> events(List<JsonNode> entries) {
    return entries.stream().map(entry -> entry.path("event").asText()).toList();
  }

  private static void asSuperuser(String sql) throws IOException, SQLException {
    try (var connection = EmbeddedRoles.connect(OneServerForAllTests.data(), "mercat", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      var tenant = " and tenant_id = '" + TenantId.DEFAULT.value() + "'";
      assertThat(statement.executeUpdate(sql + tenant)).isEqualTo(1);
    }
  }
}
