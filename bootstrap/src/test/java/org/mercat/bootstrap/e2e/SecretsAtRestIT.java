package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Contract.Things;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.persistence.identity.HmacKeyedDigest;
import org.mercat.persistence.shared.AesSealer;

/**
 * After everything has happened on a server that tells or takes a secret, none of them is in any
 * table of its database, on its console, or in any file but those that are there to keep it.
 */
class SecretsAtRestIT {

  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm')
       order by 1
      """;

  /** What somebody might send in place of a token of the gateway. */
  private static final List<String> CARDS =
      List.of("4242424242424242", "5555 5555 5555 4444", "3782-822463-10005");

  /** What is there to keep secrets, and the programs of the database. */
  private static final List<String> NOT_SEARCHED = List.of("secrets", "pg-programs");

  private static final List<String> TELLING = List.of("post", "put", "patch");

  private final LiveSecrets secrets = new LiveSecrets();
  private final List<String> found = new ArrayList<>();
  private final String password = "a horse of " + UUID.randomUUID();
  private final String administrators = "a donkey of " + UUID.randomUUID();
  private final String email = "grace-" + UUID.randomUUID() + "@example.org";
  private final String phone = "+1416" + (2_000_000 + Math.floorMod(email.hashCode(), 7_000_000));

  @Test
  void no_secret_is_in_the_database_or_in_a_file_that_is_not_made_for_it() throws Exception {
    secrets.add("password", password);
    secrets.add("password", Market.PASSWORD);
    secrets.add("password of the administrator", administrators);
    var settings = Map.of("MERCAT_LOG_FORMAT", "json", "MERCAT_ADMIN_PASSWORD", administrators);
    var server = ServerProcess.firstStart("secrets", settings);
    try (server) {
      server.awaitReady();
      happen(new Market(Api.of(server.url()), "admin@mercat.local", administrators));
      keep(server.data());
      lookIntoDatabase(server.data());
    }
    note(secrets.search().in(String.join("\n", server.output())), "the console");
    lookIntoFiles(server.data());

    assertThat(secrets.names())
        .contains("accessToken", "refreshToken", "secret", "link", "password", "url", "card");
    assertThat(found).isEmpty();
  }

  private void happen(Market market) {
    var grace = account(market);
    keys(market, grace);
    payments(market);
    everythingElse(market);
    told(market.anybody().get(market.anybody().server() + "/dev/mailbox.json"));
  }

  /** What mails tell is waited for: it is live until it has been used. */
  private Api account(Market market) {
    var anybody = market.anybody();
    var newcomer =
        Map.of(
            "email", email,
            "password", password,
            "firstName", "Grace",
            "lastName", "Hopper",
            "role", "client");
    anybody.post("/auth/register", newcomer).expect(201);
    anybody.post("/auth/login", login(password + "!")).expect(401);
    told(anybody.post("/auth/login", login(password)));
    var tokens = told(anybody.post("/auth/login", login(password))).expect(200).json();
    var refresh = Map.of("refreshToken", tokens.path("refreshToken").asText());
    told(anybody.post("/auth/refresh", refresh)).expect(200);
    var grace = anybody.withToken(tokens.path("accessToken").asText());
    grace.post("/auth/phone", Map.of("phone", phone)).expect(202);
    anybody.post("/auth/forgot-password", Map.of("email", email)).expect(202);
    grace
        .post("/auth/change-email", Map.of("email", "next-" + email, "password", password))
        .expect(202);
    for (var to : List.of(phone.replace("+", "%2B"), email, "next-" + email)) {
      var mailbox = anybody.server() + "/dev/mailbox.json?to=" + to;
      Market.await(() -> !anybody.get(mailbox).json().path("items").isEmpty());
    }
    return grace;
  }

  /** Answers that tell a secret come again under their key, and are good. */
  private void keys(Market market, Api grace) {
    var till = Map.of("name", "The till", "scopes", List.of("booking_own"));
    var made = twice(grace, "/api-keys", till);
    twice(grace, "/api-keys/" + made.id() + "/rotate", Map.of());
    var program = market.anybody().withToken(made.json().path("secret").asText());
    program.get("/bookings").expect(200);

    var name = "market-" + UUID.randomUUID();
    var administrator = Map.of("email", email, "password", password);
    var opening =
        Map.of(
            "name", name,
            "slug", name,
            "hosts", List.of(name + ".example.org"),
            "administrator", administrator);
    twice(market.admin(), "/admin/tenants", opening);
  }

  @CanIgnoreReturnValue
  private Api.Answer twice(Api api, String path, Map<String, ?> body) {
    var key = UUID.randomUUID().toString();
    var first = told(api.post(path, body, key));
    assertThat(first.status()).as(first.text()).isBetween(200, 201);

    var again = api.post(path, body, key).expect(first.status());

    assertThat(again.isReplayed()).isTrue();
    assertThat(again.text()).isEqualTo(first.text());
    var another = new HashMap<String, Object>(body);
    another.put("another", true);
    api.post(path, another, key).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
    return first;
  }

  private void payments(Market market) {
    var vendor = market.vendor();
    assertThat(market.profile(vendor, Place.MONTREAL)).isNotEmpty();
    told(vendor.post("/providers/me/stripe-connect")).expect(200);
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var booking = new HashMap<String, Object>();
    booking.put("listing", provider.listing());
    booking.put("start", market.slot(provider, 7));
    var held = client.post("/bookings", booking).expect(201).id();
    booking.put("start", market.slot(provider, 8));
    for (var card : CARDS) {
      secrets.add("card", card);
      secrets.add("card", card.replaceAll("[ -]", ""));
      booking.put("paymentMethod", card);
      var pay = Map.of("paymentMethod", card);
      var capture = Map.of("booking", held, "paymentMethod", card);
      client.post("/bookings", booking).expectProblem(422, "UNACCEPTABLE_REQUEST");
      client.post("/bookings/" + held + "/pay", pay).expectProblem(422, "UNACCEPTABLE_REQUEST");
      client.post("/payments/capture", capture).expectProblem(422, "UNACCEPTABLE_REQUEST");
    }
    booking.put("paymentMethod", "sbx_ok");
    client.post("/bookings", booking).expect(201);
  }

  /** A newcomer asks for whatever the contract has, so that a new secret joins by itself. */
  private void everythingElse(Market market) {
    var things =
        new Things(
            Map.of(), Map.of("password", Market.PASSWORD, "currentPassword", Market.PASSWORD));
    Contract.of(market)
        .operations()
        .filter(operation -> TELLING.contains(operation.method()))
        .forEach(
            operation ->
                assertThat(told(operation.ask(market.client(), things)).status())
                    .as(operation.toString())
                    .isLessThan(500));
  }

  /** The secrets of the server itself. */
  private void keep(Path data) throws IOException, SQLException, GeneralSecurityException {
    try (var files = Files.list(data.resolve("secrets"))) {
      for (var file : files.toList()) {
        secrets.add(file.getFileName().toString(), Files.readString(file).strip());
      }
    }
    var dataKey = Base64.getDecoder().decode(Files.readString(data.resolve("secrets/data-key")));
    secrets.add("secret of webhooks", new HmacKeyedDigest(dataKey, "webhooks").of("sandbox"));
    try (var connection = EmbeddedRoles.connect(data, "mercat", "postgres")) {
      var sealed = column(connection, "select encode(sealed_key, 'base64') from signing_key");
      assertThat(sealed).isNotEmpty();
      for (var each : sealed) {
        var key =
            new AesSealer(List.of(dataKey))
                .open(Base64.getMimeDecoder().decode(each), "signing-key");
        var half = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        secrets.add("signing key", key);
        secrets.add("signing key", ((ECPrivateKey) half).getS().toByteArray());
      }
    }
  }

  private void lookIntoDatabase(Path data) throws IOException, SQLException {
    var search = secrets.search();
    var showing = new ArrayList<String>();
    try (var connection = EmbeddedRoles.connect(data, "mercat", "postgres")) {
      for (var table : column(connection, TABLES)) {
        var rows =
            String.join("\n", column(connection, "select one::text from " + table + " as one"));
        note(search.in(rows), table);
        if (rows.contains(email)) {
          showing.add(table);
        }
      }
    }
    assertThat(showing).contains("public.app_user");
  }

  private void lookIntoFiles(Path data) throws IOException {
    var search = secrets.search();
    assertThat(data.resolve("logs").resolve("messages.log")).isNotEmptyFile();
    try (var files = Files.walk(data)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (file.startsWith(data.resolve("logs"))) {
          note(search.in(Files.readString(file)), file.toString());
        } else if (NOT_SEARCHED.stream().map(data::resolve).noneMatch(file::startsWith)) {
          note(search.in(Files.readAllBytes(file)), file.toString());
        }
      }
    }
  }

  private void note(Collection<String> names, String place) {
    names.forEach(name -> found.add(name + " in " + place));
  }

  @CanIgnoreReturnValue
  private Api.Answer told(Api.Answer answer) {
    if (answer.text().startsWith("{")) {
      secrets.told(answer.json());
    }
    return answer;
  }

  private Map<String, String> login(String tried) {
    return Map.of("email", email, "password", tried);
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var column = new ArrayList<String>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }
}
