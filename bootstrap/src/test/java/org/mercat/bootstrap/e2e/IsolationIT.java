package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;
import org.mercat.domain.tenancy.TenantId;

/** What is somebody else's is not there, by the server or past it: A-12 of FEATURES 6. */
class IsolationIT {

  private static final String TABLES =
      """
      select c.relname
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
         and has_any_column_privilege(c.oid, 'select')
      """;

  private final Market market = Market.shared();

  @Test
  void what_is_of_another_provider_is_not_there() {
    var theirs = market.provider(Place.TORONTO, Market.hourly(3_750));
    var client = market.client();
    var draft = theirs.api().post("/listings", Market.hourly(4_000)).expect(201).id();
    var booking = "/bookings/" + book(client, theirs);

    var other = market.provider(Place.TORONTO, Market.hourly(3_750)).api();

    for (var path : List.of("/listings/" + draft, booking, booking + "/ledger")) {
      var _ = other.get(path).expect(404);
      var _ = theirs.api().get(path).expect(200);
    }
    var _ = other.post("/listings/" + draft + "/publish").expect(404);
    var _ = other.post(booking + "/cancel", Map.of("reason", "mine now")).expect(404);
    assertThat(other.get("/bookings").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void past_the_server_nobody_sees_a_row_without_a_role() throws IOException, SQLException {
    var _ = book(market.client(), market.provider(Place.TORONTO, Market.hourly(3_750)));
    var nobody = "select 1";
    var tenantAlone =
        "select set_config('mercat.tenant', '%s', true)".formatted(TenantId.DEFAULT.value());
    var roleAlone = "select set_config('role', database_role('market'), true)";

    for (var entry : List.of(nobody, tenantAlone, roleAlone)) {
      try (var connection =
          EmbeddedRoles.connect(OneServerForAllTests.data(), "mercat", "mercat_app")) {
        connection.setAutoCommit(false);
        var _ = column(connection, entry);
        var tables = column(connection, TABLES);
        assertThat(tables).contains("booking", "app_user", "payment");
        for (var table : tables) {
          assertThat(column(connection, "select count(*) from " + table))
              .as("%s after %s", table, entry)
              .containsExactly("0");
        }
      }
    }
  }

  private String book(Api client, Market.Provider provider) {
    var body =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "durationMinutes",
            60,
            "paymentMethod",
            "sbx_ok");
    return client.post("/bookings", body).expect(201).id();
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
