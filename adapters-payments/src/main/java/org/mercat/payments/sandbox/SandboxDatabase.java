package org.mercat.payments.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.PortUnavailable;

/**
 * The sandbox's own way to its books: every piece of work is a transaction of its own, whatever the
 * application's transactions do.
 */
public final class SandboxDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 8;
  private static final Duration CONNECTION_WITHIN = Duration.ofSeconds(5);
  private static final Duration LOCK_WITHIN = Duration.ofSeconds(5);
  private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(10);

  /** Somebody else held a lock for too long. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Makes something of one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final HikariDataSource pool;

  private SandboxDatabase(HikariDataSource pool) {
    this.pool = pool;
  }

  /** A small pool of connections of a role that {@link SandboxSchema} has granted. */
  public static SandboxDatabase open(String url, String user, String password) {
    return open(url, user, password, LOCK_WITHIN);
  }

  static SandboxDatabase open(String url, String user, String password, Duration lockWithin) {
    var config = new HikariConfig();
    config.setPoolName("sandbox");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WITHIN.toMillis());
    config.addDataSourceProperty("ApplicationName", "mercat-sandbox");
    config.addDataSourceProperty(
        "options",
        "-c lock_timeout=%d -c statement_timeout=%d"
            .formatted(lockWithin.toMillis(), STATEMENT_WITHIN.toMillis()));
    return new SandboxDatabase(new HikariDataSource(config));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Commits when the work returns; nothing of it remains when it throws. */
  <T> T attempt(Work<T> work) throws SQLException {
    try (var connection = pool.getConnection()) {
      var result = work.on(connection);
      connection.commit();
      return result;
    }
  }

  /**
   * The same for work that must be done.
   *
   * @throws PortUnavailable if it could not be done
   */
  <T> T run(Work<T> work) {
    try {
      return attempt(work);
    } catch (SQLException failure) {
      throw new PortUnavailable("the sandbox's books cannot be opened", failure);
    }
  }

  static boolean isLocked(SQLException failure) {
    return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
  }

  static <T> List<T> all(Connection connection, String sql, Reader<T> reader, Object... values)
      throws SQLException {
    try (var query = prepared(connection, sql, values);
        var rows = query.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return List.copyOf(found);
    }
  }

  static <T> Optional<T> one(Connection connection, String sql, Reader<T> reader, Object... values)
      throws SQLException {
    return all(connection, sql, reader, values).stream().findFirst();
  }

  /** How many rows it changed. */
  static int change(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** For a change that must have found its row. */
  static void requireOne(int changed) {
    if (changed != 1) {
      throw new IllegalStateException(changed + " rows changed instead of one");
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var index = 0; index < values.length; index++) {
      statement.setObject(index + 1, column(values[index]));
    }
    return statement;
  }

  private static Object column(Object value) {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Enum<?> word -> word.name();
      default -> value;
    };
  }
}
