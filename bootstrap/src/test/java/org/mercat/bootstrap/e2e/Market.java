package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A market on a server: the people of a scenario, brought to where it begins. */
public final class Market {

  static final String PASSWORD = "correct horse battery staple";

  /** Whom the tokens of issuers outside are for. */
  static final String AUDIENCE = "mercat-web";

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /** Where a provider is. */
  public record Place(String subdivision, String postalCode, String zone) {
    static final Place TORONTO = new Place("ON", "M5V 3L9", "America/Toronto");
    static final Place MONTREAL = new Place("QC", "H2X 1Y4", "America/Toronto");
  }

  /** A provider with one published listing. */
  public record Provider(Api api, String id, String listing, Place place) {}

  /** Who is signed in already, by the market that they administer: signing in is dear. */
  private static final Map<List<String>, Api> ADMINISTRATORS = new ConcurrentHashMap<>();

  private final Api anybody;
  private final String administrator;
  private final String administratorsPassword;

  public Market(String server) {
    this(Api.of(server), "admin@mercat.local", "mercat-admin-please-change");
  }

  Market(Api anybody, String administrator, String administratorsPassword) {
    this.anybody = anybody;
    this.administrator = administrator;
    this.administratorsPassword = administratorsPassword;
  }

  /** The market that is reached by another name of the same server. */
  Market at(String host, String itsAdministrator, String password) {
    return new Market(anybody.at(host), itsAdministrator, password);
  }

  static Market shared() {
    return new Market(OneServerForAllTests.url());
  }

  /** Opens another market on the same server, which believes a proxy here what host it names. */
  Market another() {
    var name = "market-" + UUID.randomUUID();
    var host = name + ".example.org";
    var administrator = name + "@example.org";
    var opening =
        Map.of(
            "name",
            name,
            "slug",
            name,
            "hosts",
            List.of(host),
            "administrator",
            Map.of("email", administrator, "password", PASSWORD));
    var _ = admin().post("/admin/tenants", opening).expect(201);
    return at(host, administrator, PASSWORD);
  }

  Api anybody() {
    return anybody;
  }

  /** Its administrator, who signs in again when the session is over. */
  Api admin() {
    var market = List.of(anybody.toString(), administrator);
    var known = ADMINISTRATORS.get(market);
    if (known != null && known.get("/auth/me").status() == 200) {
      return known;
    }
    var signedIn = anybody.signedIn(administrator, administratorsPassword);
    ADMINISTRATORS.put(market, signedIn);
    return signedIn;
  }

  public Api client() {
    return person("client");
  }

  Api vendor() {
    return person("vendor");
  }

  /** Signs somebody up and in. */
  Api person(String role) {
    return person(role, role + "-" + UUID.randomUUID() + "@example.org");
  }

  Api person(String role, String email) {
    var body =
        Map.of(
            "email", email,
            "password", PASSWORD,
            "firstName", "Ada",
            "lastName", "Lovelace",
            "role", role);
    var _ = anybody().post("/auth/register", body).expect(201);
    return anybody().signedIn(email, PASSWORD);
  }

  /** A verified provider who can be paid out, with hours around the clock. */
  public Provider provider(Place place, Map<String, Object> listing) {
    var api = vendor();
    var id = profile(api, place);
    verify(id);
    openAccount(api);
    var _ = api.put("/providers/me/weekly-hours", aroundTheClock()).expect(200);
    var created = api.post("/listings", listing).expect(201).id();
    var _ = api.post("/listings/" + created + "/publish").expect(200);
    await(() -> isPayable(api));
    return new Provider(api, id, created, place);
  }

  /** Registers the provider of somebody who has signed up as vendor; returns its id. */
  String profile(Api vendor, Place place) {
    var body =
        Map.of(
            "businessName",
            "Calm Homes",
            "country",
            "CA",
            "subdivision",
            place.subdivision(),
            "postalCode",
            place.postalCode(),
            "timeZone",
            place.zone(),
            "taxRegistration",
            "123456782RT0001",
            "serviceRadiusMetres",
            25_000);
    return vendor.post("/providers/register", body).expect(201).id();
  }

  /** Opens the account at the gateway and finishes it on the gateway's page. */
  void openAccount(Api vendor) {
    var url = vendor.post("/providers/me/stripe-connect").expect(200).json().path("url").asText();
    assertThat(vendor.post(url).status()).isLessThan(400);
  }

  void verify(String provider) {
    var _ =
        admin()
            .put("/providers/" + provider + "/verify", Map.of("verification", "verified"))
            .expect(200);
  }

  public static Map<String, Object> hourly(long price) {
    return listing("hourly", price, 60);
  }

  static Map<String, Object> listing(String pricingType, long price, int minutes) {
    return Map.of(
        "title", "House cleaning",
        "description", "A calm and tidy home",
        "category", "other",
        "pricingType", pricingType,
        "price", Map.of("amount", price, "currency", "CAD"),
        "durationMinutes", minutes,
        "locationType", "on_site");
  }

  /** A free slot some days ahead, by the provider's calendar. */
  String slot(Provider provider, int daysAhead) {
    var today = LocalDate.ofInstant(now(), ZoneId.of(provider.place().zone()));
    return slots(provider, today.plusDays(daysAhead)).findFirst().orElseThrow();
  }

  /** The starts of all free slots of a day. */
  Stream<String> slots(Provider provider, LocalDate day) {
    var path =
        "/listings/%s/slots?from=%s&to=%s".formatted(provider.listing(), day, day.plusDays(1));
    var items = anybody().get(path).expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(slot -> slot.path("start").asText());
  }

  /** The market's time. */
  Instant now() {
    return Instant.parse(admin().get("/test/clock").expect(200).json().path("now").asText());
  }

  void setTime(Instant now) {
    var _ = admin().put("/test/clock", Map.of("now", now.toString())).expect(200);
  }

  /** A booking a week ahead, paid with this method; its id. */
  String paid(Api client, Provider provider, String method) {
    var order =
        Map.of("listing", provider.listing(), "start", slot(provider, 7), "paymentMethod", method);
    return client.post("/bookings", order).expect(201).id();
  }

  /** An amount of a booking, in minor units. */
  static long amount(JsonNode booking, String member) {
    return booking.path(member).path("amount").asLong();
  }

  /** The balance of all accounts of a booking whose name begins like this, in minor units. */
  static long balance(JsonNode ledger, String account) {
    return StreamSupport.stream(ledger.path("balances").spliterator(), false)
        .filter(row -> row.path("account").asText().startsWith(account))
        .mapToLong(row -> row.path("balance").path("amount").asLong())
        .sum();
  }

  void assertTheBooksAreRight() {
    var audit = admin().get("/admin/ledger/verify").expect(200).json();
    assertThat(audit.path("ok").asBoolean()).as(audit.toString()).isTrue();
  }

  /** Asks again and again until it is so. */
  static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  static boolean isPayable(Api vendor) {
    return vendor.get("/providers/me").expect(200).json().path("payable").asBoolean();
  }

  /** An issuer outside that knows buyers and sellers and may bring strangers. */
  static Map<String, Object> issuer(String name, String keys) {
    return Map.of(
        "issuer",
        name,
        "audience",
        AUDIENCE,
        "jwksUrl",
        keys,
        "algorithms",
        List.of("RS256"),
        "rolesClaim",
        "realm_access.roles",
        "roles",
        List.of(
            Map.of("name", "buyer", "role", "client"),
            Map.of("name", "seller", "role", "provider")),
        "admitsStrangers",
        true);
  }

  /** Says how the market works, in the words of its settings. */
  void set(String setting, boolean value) {
    var admin = admin();
    var tag = admin.get("/admin/tenant").expect(200).headers().firstValue("ETag").orElseThrow();
    var patch = "{\"%s\": %b}".formatted(setting, value);
    admin
        .send(
            admin
                .request("/admin/tenant")
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", tag)
                .method("PATCH", BodyPublishers.ofString(patch)))
        .expect(200);
  }

  private static Map<String, Object> aroundTheClock() {
    return Map.of(
        "hours",
        DAYS.stream().map(day -> Map.of("day", day, "from", "00:00", "to", "24:00")).toList());
  }
}
