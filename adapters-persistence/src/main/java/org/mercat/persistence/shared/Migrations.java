package org.mercat.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Brings the database to the state this version needs, as the role that owns it. Several nodes may
 * start at once: they take turns, also on an empty database, by a lock that dies with its
 * connection.
 */
public final class Migrations {

  private static final String CHANGELOG = "db/changelog.yaml";
  private static final long TURN = 0x4D65_7263_6174L;
  private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** The first table is granted to the application in its changeset. */
  private static final String GRANTEE =
      """
      select grantee::regrole::text
        from pg_class, aclexplode(relacl)
       where oid = to_regclass('tenant') and grantee not in (0, relowner)
      """;

  private Migrations() {}

  /**
   * Creates or changes what is missing and grants the application role, and each {@link
   * DatabaseRole} that it may become, what it needs.
   */
  public static void run(DataSource owner, String applicationRole) {
    inTurn(
        owner,
        requireName(applicationRole),
        connection -> update(owner, connection, applicationRole));
  }

  /** Creates the application role when it is missing, able to log in and nothing else. */
  public static void prepareRoles(DataSource owner, String applicationRole, String password) {
    inTurn(
        owner,
        requireName(applicationRole),
        connection -> {
          if (!exists(connection, applicationRole)) {
            create(connection, applicationRole, password);
          }
        });
  }

  @FunctionalInterface
  private interface Step {
    void run(Connection connection) throws SQLException;
  }

  private static void inTurn(DataSource owner, String applicationRole, Step step) {
    try (var turn = owner.getConnection();
        var lock = turn.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, TURN);
      lock.execute();
      step.run(turn);
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "the database could not be prepared for the role " + applicationRole, failure);
    }
  }

  /** A database that went through this very changelog needs nothing. */
  private static void update(DataSource owner, Connection connection, String applicationRole)
      throws SQLException {
    var role = grantee(connection, applicationRole);
    var digest = SchemaDigest.of(CHANGELOG);
    if (!digest.isTaken(connection)) {
      NamedRoles.ensure(connection, role);
      LiquibaseUpdate.run(owner, CHANGELOG, role);
      digest.store(connection);
    }
  }

  /**
   * The role that the tables are granted to: the one of the first start for good. Another one may
   * take its place as a member of it, so that names and passwords can be changed.
   */
  private static String grantee(Connection connection, String role) throws SQLException {
    var first = firstGrantee(connection);
    if (first.isPresent() && !isOrMayUse(connection, role, first.get())) {
      throw new IllegalStateException(
          "this database is granted to %s: grant %s to %s to go on"
              .formatted(first.get(), first.get(), role));
    }
    return first.orElse(role);
  }

  private static Optional<String> firstGrantee(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(GRANTEE);
        var rows = query.executeQuery()) {
      return rows.next() ? Optional.of(requireName(rows.getString(1))) : Optional.empty();
    }
  }

  private static boolean isOrMayUse(Connection connection, String role, String first)
      throws SQLException {
    try (var query = connection.prepareStatement("select pg_has_role(?, ?, 'usage')")) {
      query.setString(1, role);
      query.setString(2, first);
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (var query = connection.prepareStatement("select from pg_roles where rolname = ?")) {
      query.setString(1, role);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The password goes as its SCRAM verifier, so that no log of the server can hold it. */
  private static void create(Connection connection, String role, String password)
      throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole".formatted(role));
      var first = firstGrantee(connection);
      if (first.isPresent()) {
        statement.execute("grant %s to %s".formatted(first.get(), role));
      }
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static String requireName(String role) {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("not a plain name of a role: " + role);
    }
    return role;
  }
}
