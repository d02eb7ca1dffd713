package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.mercat.bootstrap.e2e.Contract.Operation;
import org.mercat.bootstrap.e2e.Contract.Things;
import org.mercat.bootstrap.e2e.Market.Place;

/**
 * Every operation of a served contract, asked for about things of two people by everybody who has
 * no part in them. The server has to believe a proxy here what host it names.
 */
final class AccessMatrix {

  /** What refuses a stranger. */
  enum Wall {
    /** The application: it says why, and the same of what is there and of what is not. */
    FIRST,

    /**
     * The database alone: it shows and changes no row, and may fail at what it is not asked for.
     */
    SECOND
  }

  private final ServerProcess server;
  private final Market market;
  private final Wall wall;

  AccessMatrix(ServerProcess server, Wall wall) {
    this.server = server;
    this.market = new Market(server.url());
    this.wall = wall;
  }

  /** Somebody who asks; renewed when what was asked for has ended the session. */
  private static final class Stranger {

    private final String name;
    private final Supplier<Api> newcomer;
    private final Theirs theirs;
    private Api api;

    Stranger(String name, Supplier<Api> newcomer, Theirs theirs) {
      this.name = name;
      this.newcomer = newcomer;
      this.theirs = theirs;
      this.api = newcomer.get();
    }

    Api api() {
      if (api.get("/auth/me").status() != 200) {
        api = newcomer.get();
      }
      return api;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * What the two people have.
   *
   * @param user the client's account
   * @param secrets what nobody else may read anywhere
   */
  private record Theirs(
      Market.Provider provider,
      Api client,
      String user,
      String booking,
      Things things,
      List<String> secrets) {

    /** The same, but for the client, whom another booking has shown. */
    Theirs forWhoKnowsTheClient() {
      var paths = new HashMap<>(things.paths());
      var rest = new ArrayList<>(secrets);
      assertThat(paths.remove("users", user) && rest.remove(user)).isTrue();
      return new Theirs(provider, client, user, booking, new Things(paths, things.members()), rest);
    }

    /** All of it, as the two see it. */
    List<String> seen() {
      return Stream.of(
              client.get("/bookings/" + booking),
              client.get("/bookings/" + booking + "/ledger"),
              client.get("/auth/me"),
              provider.api().get("/bookings/" + booking),
              provider.api().get(things.in("/invoices/{invoice}")),
              provider.api().get(things.in("/listings/{listing}")),
              provider.api().get("/providers/me"),
              provider.api().get("/providers/me/weekly-hours"))
          .map(answer -> answer.expect(200).text())
          .toList();
    }
  }

  /** One test for each operation. */
  Stream<DynamicTest> strangers(Predicate<Operation> which) {
    var theirs = theirs();
    var out = market.client();
    out.post("/auth/logout").expect(204);
    var elsewhere = market.another();
    var strangers =
        List.of(
            new Stranger("a client of another market", elsewhere::client, theirs),
            new Stranger("another client", market::client, theirs),
            new Stranger("a provider without a booking", this::provider, theirs),
            new Stranger(
                "a provider with another booking",
                () -> providerOf(theirs.client()),
                theirs.forWhoKnowsTheClient()));
    var before = theirs.seen();
    return Contract.of(market)
        .operations()
        .filter(which)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> {
                      keepsOut(operation, theirs, out);
                      for (var stranger : strangers) {
                        keepsFrom(operation, stranger);
                      }
                      assertThat(theirs.seen()).isEqualTo(before);
                    }));
  }

  /** Those who may read the things: the one whom they concern, and administrators. */
  Stream<DynamicTest> readers() {
    var theirs = theirs();
    var paths =
        List.of(
            "/bookings/{booking}",
            "/bookings/{booking}/ledger",
            "/bookings/{booking}/invoice",
            "/invoices/{invoice}",
            "/listings/{listing}");
    var readers =
        Map.of("the provider", theirs.provider().api(), "an administrator", market.admin());
    return readers.entrySet().stream()
        .flatMap(
            reader ->
                paths.stream()
                    .map(
                        path ->
                            DynamicTest.dynamicTest(
                                reader.getKey() + " " + path,
                                () ->
                                    reader.getValue().get(theirs.things().in(path)).expect(200))));
  }

  /** Without a token, and with one whose session has ended. */
  private void keepsOut(Operation operation, Theirs theirs, Api out) throws Exception {
    refusedWithoutTrace(
        theirs.things().concern(operation),
        () -> {
          var without = operation.ask(market.anybody(), theirs.things());
          assertKeepsQuiet(without, theirs);
          if (!operation.isPublic()) {
            without.expectProblem(401, "UNAUTHENTICATED");
          }
          operation.ask(out, theirs.things()).expectProblem(401, "UNAUTHENTICATED");
          return List.of(without);
        });
  }

  private void keepsFrom(Operation operation, Stranger stranger) throws Exception {
    var api = stranger.api();
    var theirs = stranger.theirs;
    refusedWithoutTrace(
        theirs.things().concern(operation),
        () -> {
          var about = operation.ask(api, theirs.things());
          assertRefuses(wall == Wall.SECOND || about.status() < 500, stranger, about);
          assertKeepsQuiet(about, theirs);
          if (!theirs.things().areIn(operation.path())) {
            return List.of(about);
          }
          assertRefuses(isRefusal(about), stranger, about);
          var unknown = operation.ask(api, Things.UNKNOWN);
          assertThat(problem(about)).as(stranger.toString()).isEqualTo(problem(unknown));
          return List.of(about, unknown);
        });
  }

  private static void assertRefuses(boolean refused, Stranger stranger, Api.Answer answer) {
    assertThat(refused).as("%s: %s %s", stranger, answer.status(), answer.text()).isTrue();
  }

  /** The database alone may also stumble over what it does not find. */
  private boolean isRefusal(Api.Answer answer) {
    return Set.of(401, 403, 404).contains(answer.status())
        || (wall == Wall.SECOND && answer.status() >= 400);
  }

  private static void assertKeepsQuiet(Api.Answer answer, Theirs theirs) {
    assertThat(answer.text()).doesNotContain(theirs.secrets());
  }

  private static String problem(Api.Answer answer) {
    return answer.status() + " " + answer.json().path("code").asText();
  }

  /** Where something of theirs was asked for, and all of it was refused, nothing is written. */
  private void refusedWithoutTrace(boolean counts, Supplier<List<Api.Answer>> asking)
      throws IOException, SQLException {
    if (!counts) {
      var _ = asking.get();
      return;
    }
    var rows = RowCounts.of(server.data());

    var answers = asking.get();

    if (answers.stream().allMatch(answer -> answer.status() >= 400)) {
      assertThat(RowCounts.of(server.data())).isEqualTo(rows);
    }
  }

  private Theirs theirs() {
    var provider = provider("A public cleaning");
    var client = market.client();
    var line1 = "1 Hidden Street " + UUID.randomUUID();
    var booking = booked(client, provider, line1);
    var title = "A hidden draft " + UUID.randomUUID();
    var draft = provider.api().post("/listings", titled(title)).expect(201).id();
    var invoice = provider.api().get("/bookings/" + booking + "/invoice").expect(200).id();
    var me = client.get("/auth/me").expect(200);
    var shown = client.get("/bookings/" + booking).expect(200).json();
    var things =
        new Things(
            Map.of("bookings", booking, "invoices", invoice, "listings", draft, "users", me.id()),
            Map.of("booking", booking, "listing", draft));
    var secrets =
        List.of(
            booking,
            invoice,
            draft,
            title,
            line1,
            me.id(),
            me.json().path("email").asText(),
            shown.path("confirmationCode").asText(),
            provider.api().get("/auth/me").expect(200).json().path("email").asText());
    return new Theirs(provider, client, me.id(), booking, things, secrets);
  }

  private Market.Provider provider(String title) {
    return market.provider(Place.TORONTO, titled(title));
  }

  private Api provider() {
    return provider("Another cleaning").api();
  }

  private Api providerOf(Api client) {
    var provider = provider("Another cleaning");
    assertThat(booked(client, provider, "2 Other Street")).isNotEmpty();
    return provider.api();
  }

  private String booked(Api client, Market.Provider provider, String line1) {
    var address = Map.of("country", "CA", "subdivision", "ON", "line1", line1);
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 9),
            "address",
            address,
            "paymentMethod",
            "sbx_ok");
    return client.post("/bookings", body).expect(201).id();
  }

  private static Map<String, Object> titled(String title) {
    var listing = new HashMap<>(Market.hourly(5_000));
    listing.put("title", title);
    return listing;
  }
}
