package org.mercat.payments.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Creates the schema {@code sandbox} and grants the role that works in it. Safe with several nodes
 * that start at once: they take turns.
 */
public final class SandboxSchema {

  private static final long TURN = 0x5362_784D_6572L;
  private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** In the order in which they are applied; once released, a script is never changed. */
  private static final List<String> SCRIPTS =
      List.of(
          "schema-1.sql",
          "schema-2.sql",
          "schema-3.sql",
          "schema-4.sql",
          "schema-5.sql",
          "schema-payer.sql",
          "schema-dispute.sql",
          "schema-method.sql");

  private SandboxSchema() {}

  /**
   * Brings the schema to the state that this version needs.
   *
   * @param owner may create schemas in the database; owns the sandbox's tables
   * @param role may work in the sandbox afterwards, and owns nothing in it
   */
  public static void prepare(DataSource owner, String role) {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("not a plain name of a role: " + role);
    }
    try (var connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      takeTurn(connection);
      for (var script : SCRIPTS) {
        if (!isApplied(connection, script)) {
          apply(connection, script);
        }
      }
      grant(connection, role);
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException("the sandbox's schema could not be prepared", failure);
    }
  }

  private static void takeTurn(Connection connection) throws SQLException {
    execute(connection, "select pg_advisory_xact_lock(" + TURN + ")");
    execute(connection, "create schema if not exists sandbox");
    execute(connection, "create table if not exists sandbox.applied (script text primary key)");
  }

  private static boolean isApplied(Connection connection, String script) throws SQLException {
    try (var query = connection.prepareStatement("select from sandbox.applied where script = ?")) {
      query.setString(1, script);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void apply(Connection connection, String script) throws SQLException {
    execute(connection, text(script));
    try (var note = connection.prepareStatement("insert into sandbox.applied values (?)")) {
      note.setString(1, script);
      note.execute();
    }
  }

  private static void grant(Connection connection, String role) throws SQLException {
    execute(connection, "grant usage on schema sandbox to " + role);
    execute(connection, "grant usage on all sequences in schema sandbox to " + role);
    execute(
        connection,
        "grant select, insert, update, delete on all tables in schema sandbox to " + role);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String script) {
    try (var content = SandboxSchema.class.getResourceAsStream(script)) {
      if (content == null) {
        throw new IllegalStateException("not on the class path: " + script);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
