package org.mercat.bootstrap.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mercat.bootstrap.benchmark.Script.Call;
import org.mercat.bootstrap.benchmark.Script.Value;
import org.mercat.bootstrap.e2e.Api;
import org.mercat.bootstrap.e2e.EmbeddedRoles;
import org.mercat.bootstrap.e2e.Market;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.bootstrap.e2e.ServerProcess;
import org.mercat.persistence.shared.Ids;

/** The people and listings of a run, and both ways to the same database. */
final class Fair implements AutoCloseable {

  static final List<String> WORDS =
      List.of(
          "garden",
          "window",
          "piano",
          "kitchen",
          "lesson",
          "repair",
          "winter",
          "bicycle",
          "paint",
          "yoga",
          "french",
          "violin",
          "roof",
          "carpet",
          "moving",
          "photo",
          "dog",
          "haircut",
          "plumbing",
          "massage",
          "tiles",
          "chess",
          "laundry",
          "boiler",
          "cello",
          "fence",
          "snow",
          "algebra",
          "catering",
          "tailor",
          "welding",
          "pottery",
          "drywall",
          "tutor",
          "lawn",
          "oven",
          "locks",
          "sauna",
          "ballet",
          "candles");

  private static final int CONNECTIONS = 16;
  private static final Place REGINA = new Place("SK", "S4P 3Y2", "America/Regina");
  private static final String DATABASE = "mercat";
  private static final String SUPERUSER = "postgres";
  private static final String APPLICATION = "mercat_app";
  private static final int DAYS_AHEAD = 2;
  private static final long PRICE_MINOR = 5_000;

  private final Connection superuser;
  private final HikariDataSource pool;
  private final List<Worker> workers = new ArrayList<>();

  Fair(ServerProcess server, int listings) throws IOException, SQLException {
    this.superuser = EmbeddedRoles.connect(server.data(), DATABASE, SUPERUSER);
    this.pool = new HikariDataSource(application(server.data()));
    var market = new Market(server.url());
    var search = search();
    var first =
        LocalDate.now(ZoneId.of(REGINA.zone()))
            .plusDays(DAYS_AHEAD)
            .atStartOfDay(ZoneId.of(REGINA.zone()))
            .toInstant();
    for (var number = 0; number < CONNECTIONS; number++) {
      var provider = market.provider(REGINA, Market.hourly(PRICE_MINOR));
      if (number == 0) {
        fill(UUID.fromString(provider.listing()), listings);
      }
      var http = new KeepAlive(server.port(), authorization(market.client()));
      workers.add(new Worker(http, pool, superuser, provider.listing(), first, search));
    }
    try (var statement = superuser.createStatement()) {
      var _ = statement.execute("analyze");
    }
  }

  List<Worker> workers() {
    return workers;
  }

  /** Both ways have left the same rows. */
  void compare(Worker worker) throws SQLException {
    var http = BookingScripts.rows(superuser, worker.firstBooking());
    var jdbc = BookingScripts.rows(superuser, worker.bookByJdbc());
    if (!http.equals(jdbc)) {
      throw new IllegalStateException("rows of the server %s, of JDBC %s".formatted(http, jdbc));
    }
  }

  /** How long until the server has taken every event that the sandbox has sent it. */
  Duration untilEventsAreTaken() throws SQLException {
    var begin = System.nanoTime();
    var open = openEvents();
    while (open > 0) {
      open = openEvents();
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private long openEvents() throws SQLException {
    try (var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                """
                select (select count(*) from sandbox.event where state = 'PENDING')
                     + (select count(*) from gateway_event where state = 'OPEN'),
                       pg_sleep(0.1)
                """)) {
      var _ = rows.next();
      return rows.getLong(1);
    }
  }

  /** More listings like this one, with four words each in their titles. */
  private void fill(UUID listing, int listings) throws SQLException {
    var like =
        MapperStatement.of("catalog.ListingMapper", "find")
            .row(superuser, Map.of("id", listing)::get);
    var values = new HashMap<String, Value>();
    Script.like(like, listing).forEach((name, value) -> values.put("row." + name, value));
    values.put("row.id", Script.Order::booking);
    values.put("row.slug", order -> "listing-" + order.booking());
    values.put("row.title", Script.Order::words);
    values.put("words", Script.Order::words);
    var insert = new Call(MapperStatement.of("catalog.ListingMapper", "insert"), values);
    var script = Script.of(List.of(List.of(insert)));
    for (var number = 0; number < listings; number++) {
      var words =
          String.join(" ", word(number), word(number / 7), word(number / 3), word(number * 11));
      script.run(
          pool::getConnection,
          new Script.Order(Ids.next(), Instant.EPOCH, Duration.ZERO, "", words));
    }
  }

  private static String word(int number) {
    return WORDS.get(number % WORDS.size());
  }

  /** The arguments of the function that the server calls for one word. */
  private static Script search() {
    Value none = _ -> null;
    var values =
        Map.<String, Value>of(
            "words", Script.Order::words,
            "category", none,
            "providerId", none,
            "centreLat", none,
            "centreLon", none,
            "radiusMetres", none,
            "beforeId", none,
            "most", _ -> 21);
    var search = new Call(MapperStatement.of("catalog.ListingMapper", "search"), values);
    return Script.of(List.of(List.of(search)));
  }

  private static String authorization(Api client) {
    return client.request("/").build().headers().firstValue("Authorization").orElseThrow();
  }

  private static HikariConfig application(Path data) throws IOException {
    var config = new HikariConfig();
    config.setJdbcUrl(EmbeddedRoles.url(data, DATABASE));
    config.setUsername(APPLICATION);
    config.setPassword(Files.readString(data.resolve("secrets").resolve(APPLICATION)));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(CONNECTIONS);
    return config;
  }

  @Override
  public void close() throws IOException, SQLException {
    for (var worker : workers) {
      worker.close();
    }
    pool.close();
    superuser.close();
  }
}
