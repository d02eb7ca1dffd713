package org.mercat.persistence.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarFile;
import javax.sql.DataSource;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;

/**
 * One embedded PostgreSQL for all tests of a module, migrated; they connect as the application,
 * which owns nothing. The system property {@code mercat.test.pg} names a jar with other binaries.
 */
public final class TestDatabase {

  private static final String DATABASE = "mercat";
  private static final String OWNER = "mercat_owner";
  private static final String APPLICATION = "mercat_app";
  private static final EmbeddedPostgres POSTGRES = start();

  /** Sessions of the application role. */
  public static final Sessions SESSIONS = MyBatisSessions.of(application());

  private TestDatabase() {}

  /** The work of a tenant that nobody has seen before. */
  public static UnitOfWork unitOfWork() {
    return of(newTenant());
  }

  /** The work that the market itself does for a tenant. */
  public static UnitOfWork of(TenantId tenant) {
    return as(DatabaseRole.MARKET, tenant);
  }

  /** The work of a role for a tenant, and for nobody in particular. */
  public static UnitOfWork as(DatabaseRole role, TenantId tenant) {
    return new MyBatisUnitOfWork(SESSIONS, () -> new Entry(role, tenant, Optional.empty()));
  }

  public static TenantId newTenant() {
    return new TenantId(UUID.randomUUID());
  }

  /** Connections of the application role. */
  public static DataSource application() {
    return POSTGRES.getDatabase(APPLICATION, DATABASE);
  }

  /** A pool of one, so that the next user gets the connection the last one left behind. */
  public static DataSource applicationOverOneConnection() {
    return applicationOver(1);
  }

  /** A pool of so many connections, which all users share. */
  static DataSource applicationOver(int connections) {
    var pool =
        new PooledDataSource(
            "org.postgresql.Driver", POSTGRES.getJdbcUrl(APPLICATION, DATABASE), APPLICATION, "");
    pool.setPoolMaximumActiveConnections(connections);
    pool.setPoolMaximumIdleConnections(connections);
    return pool;
  }

  /** Connections of the role that owns every table. */
  public static DataSource owner() {
    return POSTGRES.getDatabase(OWNER, DATABASE);
  }

  /** Connections of a role for which no law of the database holds. */
  public static DataSource superuser() {
    return POSTGRES.getDatabase("postgres", DATABASE);
  }

  /** A new database of the owner that holds nothing. */
  public static DataSource emptyDatabase() {
    var name = "empty_" + UUID.randomUUID().toString().replace('-', '_');
    create(POSTGRES, name);
    return POSTGRES.getDatabase(OWNER, name);
  }

  private static EmbeddedPostgres start() {
    try {
      var builder = EmbeddedPostgres.builder();
      var binaries = System.getProperty("mercat.test.pg");
      if (binaries != null) {
        builder.setPgBinaryResolver(binariesIn(binaries));
      }
      var postgres = builder.start();
      execute(
          postgres.getPostgresDatabase(),
          "create role %s login createrole nosuperuser nobypassrls".formatted(OWNER));
      create(postgres, DATABASE);
      var owner = postgres.getDatabase(OWNER, DATABASE);
      Migrations.prepareRoles(owner, APPLICATION, "not asked for on the loopback");
      Migrations.run(owner, APPLICATION);
      return postgres;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void create(EmbeddedPostgres postgres, String database) {
    execute(
        postgres.getPostgresDatabase(), "create database %s owner %s".formatted(database, OWNER));
  }

  private static void execute(DataSource database, String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static PgBinaryResolver binariesIn(String jar) {
    return (_, _) -> {
      try (var archive = new JarFile(jar)) {
        var entry =
            archive.stream()
                .filter(file -> file.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("no binaries in " + jar));
        try (InputStream content = archive.getInputStream(entry)) {
          return new ByteArrayInputStream(content.readAllBytes());
        }
      }
    };
  }
}
