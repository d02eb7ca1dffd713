package org.mercat.persistence.shared;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.tenancy.TenantId;

/**
 * Who sees and changes which rows of which table, when only the database decides. There are two
 * trades of one tenant: {@link #OURS}, whose client and whose provider look, and {@link #THEIRS}.
 */
class PersonWallTest {

  /**
   * How many rows of our trade and of theirs each one sees; a dash for those who may not ask.
   *
   * <p>In this order: guest, client, owner of the provider, stranger, administrator, market,
   * authenticator, calendar.
   */
  private static final String SEEN =
      """
      account_balance      -    -    -    -    1+1  1+1  -    -
      api_key              -    1+0  0+0  0+0  1+1  1+1  1+1  -
      app_user             -    1+0  1+0  0+0  2+2  2+2  2+2  -
      booking              -    1+0  1+0  0+0  1+1  1+1  -    -
      booking_step         -    1+0  1+0  0+0  1+1  1+1  -    -
      booking_tax_line     -    1+0  1+0  0+0  1+1  1+1  -    -
      chargeback           -    0+0  1+0  0+0  1+1  1+1  -    -
      chargeback_material  -    0+0  1+0  0+0  1+1  1+1  -    -
      collection_plan      1+1  1+1  1+1  1+1  1+1  1+1  -    -
      credit_note          -    1+0  1+0  0+0  1+1  1+1  -    -
      credit_note_tax_line -    1+0  1+0  0+0  1+1  1+1  -    -
      direct_booking       -    1+0  1+0  0+0  1+1  1+1  -    -
      earning              -    1+0  1+0  0+0  1+1  1+1  -    -
      fee_rule             0+0  1+0  1+0  0+0  1+1  1+1  -    -
      gateway_event        -    -    -    -    1+1  1+1  -    -
      idempotency_key      -    1+0  0+0  0+0  0+0  1+1  0+0  -
      invoice              -    1+0  1+0  0+0  1+1  1+1  -    -
      invoice_line         -    1+0  1+0  0+0  1+1  1+1  -    -
      invoice_note         -    1+0  2+0  0+0  2+2  2+2  -    -
      invoice_sequence     -    -    -    -    -    1+1  -    -
      invoice_tax_line     -    1+0  1+0  0+0  1+1  1+1  -    -
      ledger_tx            -    1+0  2+0  0+0  2+2  2+2  -    -
      listing              1+1  1+1  2+1  1+1  2+2  2+2  -    1+1
      outbox_event         -    -    -    -    -    1+1  -    -
      outbox_sequence      -    -    -    -    -    1+1  -    -
      outgoing_message     -    -    -    -    -    1+1  -    -
      payee                -    0+0  1+0  0+0  1+1  1+1  -    -
      payer                -    1+0  0+0  0+0  0+0  1+1  -    -
      payment              -    1+0  1+0  0+0  1+1  1+1  -    -
      payment_method       -    1+0  0+0  0+0  0+0  1+1  -    -
      payment_operation    -    3+0  2+0  0+0  4+4  4+4  -    -
      payment_tax_line     -    1+0  1+0  0+0  1+1  1+1  -    -
      payout               -    0+0  1+0  0+0  1+1  1+1  -    -
      payout_plan          -    0+0  1+0  0+0  1+1  1+1  -    -
      phone_challenge      -    -    -    -    -    1+1  1+1  -
      platform_fee         1+1  1+1  1+1  1+1  1+1  1+1  -    -
      posting              -    2+0  4+0  0+0  4+4  4+4  -    -
      provider             1+1  1+1  1+1  1+1  1+1  1+1  -    1+1
      recovery_code        -    -    -    -    -    1+1  1+1  -
      review               1+1  1+1  2+1  1+1  2+2  2+2  -    -
      second_factor        -    -    -    -    -    1+1  1+1  -
      seller_tier          -    1+0  1+0  0+0  1+1  1+1  -    -
      sign_in_failure      -    -    -    -    -    1+1  1+1  -
      signing_key          -    -    -    -    -    -    1+1  -
      slot_claim           -    1+0  1+0  0+0  1+1  1+1  -    1+1
      tax_rule             1+1  1+1  1+1  1+1  1+1  1+1  -    -
      tenant_region        1+0  1+0  1+0  1+0  1+0  1+0  1+0  -
      tenant_settings      1+0  1+0  1+0  1+0  1+0  1+0  1+0  -
      timetable            -    1+1  1+1  1+1  1+1  1+1  -    1+1
      transfer             -    1+0  1+0  0+0  1+1  1+1  -    -
      user_permission      -    1+0  0+0  0+0  1+1  1+1  1+1  -
      user_role            -    1+0  1+0  0+0  2+2  2+2  2+2  -
      user_session         -    1+0  0+0  0+0  1+1  1+1  1+1  -
      user_token           -    -    -    -    -    1+1  1+1  -
      vendor_monthly_volume -    1+0  1+0  0+0  1+1  1+1  -    -
      weekly_hours         -    1+1  1+1  1+1  1+1  1+1  -    1+1
      """;

  private static final Pattern GAP = Pattern.compile(" +");

  /** Says nothing about anybody: no column tells whose row it is. */
  private static final String NOBODYS = "outgoing_message";

  private static final TenantId TENANT = TestDatabase.newTenant();
  private static final Trade OURS = Trade.any();
  private static final Trade THEIRS = Trade.any();

  private static final Map<String, Entry> VIEWERS =
      Map.of(
          "guest", entry(DatabaseRole.GUEST),
          "client", entry(DatabaseRole.PERSON, OURS.client()),
          "owner", entry(DatabaseRole.PERSON, OURS.owner()),
          "stranger", entry(DatabaseRole.PERSON, UUID.randomUUID()),
          "admin", entry(DatabaseRole.ADMIN, UUID.randomUUID()),
          "market", entry(DatabaseRole.MARKET),
          "authenticator", entry(DatabaseRole.AUTHENTICATOR, UUID.randomUUID()),
          "calendar", entry(DatabaseRole.CALENDAR));

  private static final List<String> ORDER =
      List.of(
          "guest", "client", "owner", "stranger", "admin", "market", "authenticator", "calendar");

  private static Map<String, Long> ofOurs = Map.of();

  @BeforeAll
  static void two_trades() throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      var _ = OURS.storedIn(TENANT, owner);
      Sql.enter(owner, TENANT);
      ofOurs =
          tables().stream().collect(Collectors.toMap(Function.identity(), it -> count(owner, it)));
      owner.commit();
      var _ = THEIRS.storedIn(TENANT, owner);
    }
  }

  static Stream<String> viewers() {
    return ORDER.stream();
  }

  static Stream<String> persons() {
    return Stream.of("client", "owner", "stranger");
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void each_one_sees(String viewer) throws SQLException {
    var place = ORDER.indexOf(viewer) + 1;
    var expected =
        SEEN.lines()
            .map(line -> GAP.splitAsStream(line).toList())
            .map(line -> line.getFirst() + " " + line.get(place))
            .collect(joining("\n"));

    var seen = tables().stream().map(it -> it + " " + seen(viewer, it)).collect(joining("\n"));

    assertThat(seen).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(DatabaseRole.class)
  void nobody_sees_anything_of_another_tenant(DatabaseRole role) throws SQLException {
    var elsewhere = new Entry(role, TestDatabase.newTenant(), Optional.of(ours()));
    for (var table : tables()) {
      assertThat(visible(elsewhere, table)).as(table).isIn("-", "0");
    }
  }

  @Test
  void whoever_has_chosen_no_role_sees_nothing_of_a_tenant_either() throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      connection.setAutoCommit(false);
      Sql.execute(connection, "select set_config('mercat.tenant', '" + TENANT.value() + "', true)");
      for (var table : tables()) {
        assertThat(count(connection, table)).as(table).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("persons")
  void nobody_changes_what_is_somebody_elses(String viewer) throws SQLException {
    for (var table : tables()) {
      for (var change : changes(table)) {
        assertThat(changed(viewer, table, change)).as("%s %s", viewer, change).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("persons")
  void nobody_adds_to_what_is_somebody_elses(String viewer) throws SQLException {
    for (var row : ForeignRows.ROWS.entrySet()) {
      try (var connection = entered(viewer)) {
        var insert = row.getValue();
        assertThatThrownBy(() -> Sql.execute(connection, THEIRS.named(insert)))
            .as("%s adds to %s", viewer, row.getKey())
            .message()
            .containsAnyOf("row-level security", "booking of others", "entry of others");
      }
    }
  }

  @Test
  void every_table_that_persons_may_add_to_is_tried() throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      assertThat(
              Sql.column(
                  owner,
                  """
                  select relname from pg_class
                   where relkind in ('r', 'p')
                     and has_any_column_privilege('mercat_app_person', oid, 'insert')"""))
          .filteredOn(table -> !table.equals(NOBODYS))
          .hasSameElementsAs(ForeignRows.ROWS.keySet());
    }
  }

  @Test
  void every_table_that_persons_may_see_is_looked_at() throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      assertThat(tables())
          .containsAll(
              Sql.column(
                  owner,
                  """
                  select c.relname
                    from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                   where c.relkind in ('r', 'p')
                     and (has_any_column_privilege('mercat_app_person', c.oid, 'select')
                          or has_any_column_privilege('mercat_app_guest', c.oid, 'select')
                          or has_any_column_privilege('mercat_app_calendar', c.oid, 'select'))"""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client | update booking set client_id = current_person() | permission denied",
        "client | update booking set provider_id = provider_id | permission denied",
        "client | insert into user_role (user_id, role) values (current_person(), 'ADMIN')"
            + " | row-level security",
        "client | insert into account_balance (account, currency, balance_minor)"
            + " values ('escrow:x:service', 'CAD', 0) | permission denied",
        "client | update invoice set viewed_at = now() | permission denied",
        "owner | update invoice set refunded_minor = 0 | permission denied",
        "calendar | select booking_id from slot_claim | permission denied",
        "calendar | select owner_id from provider | permission denied",
        "admin | select * from signing_key | permission denied",
        "market | select * from signing_key | permission denied",
      })
  void a_part_of_a_row_may_be_closed_too(String viewer, String attempt, String because)
      throws SQLException {
    try (var connection = entered(viewer)) {
      assertThatThrownBy(() -> Sql.execute(connection, attempt)).hasMessageContaining(because);
    }
  }

  private static String seen(String viewer, String table) {
    try {
      var all = visible(viewerOf(viewer), table);
      if (all.equals("-")) {
        return all;
      }
      return all.equals("0") ? "0+0" : split(viewer, table);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ours were stored first: the rows of theirs come with the second half of the table. */
  private static String split(String viewer, String table) throws SQLException {
    var half = ofOurs.getOrDefault(table, 0L);
    try (var connection = entered(viewer)) {
      var places = Sql.column(connection, "select null from " + table).size();
      if (seesSomeColumnsOnly(connection, table)) {
        return places / 2 + "+" + places / 2;
      }
      var ours =
          Sql.column(
                  connection,
                  "select ctid from " + table + " where ctid = any (" + oursOf(table, half) + ")")
              .size();
      return ours + "+" + (places - ours);
    }
  }

  private static String oursOf(String table, long half) throws SQLException {
    return places(table, "order by ctid limit " + half);
  }

  private static String theirsOf(String table) throws SQLException {
    return places(table, "order by ctid offset " + ofOurs.getOrDefault(table, 0L));
  }

  private static String places(String table, String which) throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      Sql.enter(owner, TENANT);
      return Sql.column(owner, "select ctid from " + table + " " + which).stream()
          .map(place -> "'" + place + "'")
          .collect(joining(",", "array[", "]::tid[]"));
    }
  }

  private static List<String> changes(String table) throws SQLException {
    try (var owner = TestDatabase.owner().getConnection()) {
      var changes =
          Sql.column(
              owner,
              """
              select 'update ' || attrelid::regclass || ' set ' || attname || ' = ' || attname
                from pg_attribute
               where attrelid = '%1$s'::regclass and attnum > 0 and attgenerated = ''
                 and not attisdropped
                 and has_column_privilege('mercat_app_person', attrelid, attnum, 'update')
              union all
              select 'delete from %1$s'
               where has_table_privilege('mercat_app_person', '%1$s', 'delete')"""
                  .formatted(table));
      return changes.stream().limit(1).toList();
    }
  }

  private static int changed(String viewer, String table, String change) throws SQLException {
    try (var connection = entered(viewer);
        var statement = connection.createStatement()) {
      return statement.executeUpdate(change + " where ctid = any (" + theirsOf(table) + ")");
    }
  }

  /** The place of a row is not among the columns that can be granted. */
  private static boolean seesSomeColumnsOnly(Connection connection, String table) {
    return Sql.column(
            connection, "select has_table_privilege(current_user, '" + table + "', 'select')")
        .contains("f");
  }

  private static String visible(Entry entry, String table) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, entry);
      if (Sql.column(
              connection,
              "select has_any_column_privilege(current_user, '" + table + "', 'select')")
          .contains("f")) {
        return "-";
      }
      return Long.toString(count(connection, table));
    }
  }

  private static long count(Connection connection, String table) {
    return Sql.column(connection, "select null from " + table).size();
  }

  private static Connection entered(String viewer) throws SQLException {
    var connection = TestDatabase.application().getConnection();
    Sql.enter(connection, viewerOf(viewer));
    return connection;
  }

  private static Entry viewerOf(String name) {
    return Optional.ofNullable(VIEWERS.get(name)).orElseThrow();
  }

  private static UserId ours() {
    return new UserId(OURS.client());
  }

  private static List<String> tables() {
    return SEEN.lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  private static Entry entry(DatabaseRole role) {
    return new Entry(role, TENANT, Optional.empty());
  }

  private static Entry entry(DatabaseRole role, UUID person) {
    return new Entry(role, TENANT, Optional.of(new UserId(person)));
  }
}
