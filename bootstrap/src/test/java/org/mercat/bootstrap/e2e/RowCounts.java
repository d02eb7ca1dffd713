package org.mercat.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
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
      select string_agg(format('select %L, count(*) from %I', c.relname, c.relname), ' union all ')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in ('scheduled_tasks', 'gateway_event', 'sign_in_failure',
                              'rate_limit_bucket', 'audit_entry', 'audit_waiting', 'audit_link',
                              'audit_head', 'system_event', 'payout_plan', 'reconciled_day', 'gateway_sweep',
                              'discrepancy', 'hold_alarm', 'vendor_monthly_volume',
                              'databasechangelog', 'databasechangeloglock')
        and has_table_privilege(c.oid, 'select')
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
        return counts(statement, query(statement));
      }
    }
  }

  /** One query for all of them. */
  private static String query(Statement statement) throws SQLException {
    try (var query = statement.executeQuery(TABLES)) {
      var _ = query.next();
      return query.getString(1);
    }
  }

  private static Map<String, Long> counts(Statement statement, String query) throws SQLException {
    var counts = new TreeMap<String, Long>();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }
}
