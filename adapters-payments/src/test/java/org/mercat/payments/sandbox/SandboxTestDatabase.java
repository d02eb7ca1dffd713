package org.mercat.payments.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** One embedded PostgreSQL for all tests of this module; each of them may have books of its own. */
final class SandboxTestDatabase {

  static final String ROLE = "market_app";
  static final URI API = URI.create("http://localhost:1/api/v1");

  private static final String OWNER = "market_owner";
  private static final EmbeddedPostgres POSTGRES = start();

  private final String name;

  private SandboxTestDatabase(String name) {
    this.name = name;
  }

  /** A database without a sandbox. */
  static SandboxTestDatabase empty() {
    var name = "books_" + UUID.randomUUID().toString().replace('-', '_');
    execute(POSTGRES.getPostgresDatabase(), "create database %s owner %s".formatted(name, OWNER));
    return new SandboxTestDatabase(name);
  }

  /** A database with the sandbox's empty books. */
  static SandboxTestDatabase prepared() {
    var database = empty();
    SandboxSchema.prepare(database.owner(), ROLE);
    return database;
  }

  DataSource owner() {
    return POSTGRES.getDatabase(OWNER, name);
  }

  DataSource application() {
    return POSTGRES.getDatabase(ROLE, name);
  }

  SandboxDatabase open() {
    return SandboxDatabase.open(POSTGRES.getJdbcUrl(ROLE, name), ROLE, "");
  }

  /** Books of which nobody waits long for a lock. */
  SandboxDatabase openImpatiently() {
    return SandboxDatabase.open(POSTGRES.getJdbcUrl(ROLE, name), ROLE, "", Duration.ofMillis(50));
  }

  /** A sandbox that tests may control; its events go nowhere. */
  Sandbox sandbox(InstantSource clock) {
    return Sandbox.open(open(), place(API, true), clock);
  }

  static Sandbox.Place place(URI api, boolean controlled) {
    return new Sandbox.Place(api, controlled, "a secret of tests");
  }

  static void execute(DataSource database, String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var postgres = EmbeddedPostgres.builder().start();
      execute(postgres.getPostgresDatabase(), "create role " + OWNER + " login");
      execute(postgres.getPostgresDatabase(), "create role " + ROLE + " login");
      return postgres;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
