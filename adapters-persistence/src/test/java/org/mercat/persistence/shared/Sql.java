package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mercat.domain.tenancy.TenantId;

/** Plain JDBC, for tests that look past the adapters. */
public final class Sql {

  private Sql() {}

  public static void execute(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** The first column of every row, as text. */
  public static List<String> column(Connection connection, String query) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Begins a transaction of the tenant: as the market for the application, else as who it is. */
  public static void enter(Connection connection, TenantId tenant) throws SQLException {
    connection.setAutoCommit(false);
    execute(
        connection,
        """
        select case session_user when 'mercat_app'
                 then set_config('role', database_role('market'), true) end,
               set_config('mercat.tenant', '%s', true)"""
            .formatted(tenant.value()));
  }

  /** Begins a transaction of the application. */
  static void enter(Connection connection, Entry entry) throws SQLException {
    connection.setAutoCommit(false);
    execute(
        connection,
        """
        select set_config('role', database_role('%s'), true),
               set_config('mercat.tenant', '%s', true), set_config('mercat.person', '%s', true)"""
            .formatted(
                entry.role().suffix(),
                entry.tenant().value(),
                entry.person().map(person -> person.value().toString()).orElse("")));
  }
}
