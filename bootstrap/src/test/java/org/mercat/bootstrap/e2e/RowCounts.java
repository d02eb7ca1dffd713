package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mercat.domain.tenancy.TenantId;

/**
 * How many rows every table has, seen by the market's role in the default tenant. Left out is what
 * changes by itself: the runner's own table of jobs, what jobs note of each day, what the gateway
 * tells when it likes, how many requests there were, and what is kept of attempts.
 */
final class RowCounts {

  private static final String TABLES =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in ('scheduled_tasks', 'gateway_event', 'sign_in_failure',
                              'rate_limit_bucket', 'audit_entry', 'audit_waiting', 'audit_link',
                              'audit_head', 'system_event', 'payout_plan', 'reconciled_day',
                              'discrepancy', 'hold_alarm', 'vendor_monthly_volume',
                              'databasechangelog', 'databasechangeloglock')
        and has_table_privilege(c.oid, 'select')
      order by c.relname
      """;

  private RowCounts() {}

  static Map<String, Long> of(Path data) throws IOException, SQLException {
    try (var connection = EmbeddedRoles.connect(data, "mercat", "mercat_app")) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            """
            select set_config('role', database_role('market'), true),
                   set_config('mercat.tenant', '%s', true)"""
                .formatted(TenantId.DEFAULT.value()));
        return counts(connection, statement);
      }
    }
  }

  private static Map<String, Long> counts(Connection connection, Statement statement)
      throws SQLException {
    var counts = new TreeMap<String, Long>();
    for (var table : tables(connection)) {
      try (var count = statement.executeQuery("select count(*) from " + table)) {
        var _ = count.next();
        counts.put(table, count.getLong(1));
      }
    }
    return counts;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
